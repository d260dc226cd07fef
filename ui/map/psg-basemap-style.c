/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-basemap-style.h"

/*
 * What colours the base map has in each look. The border between Lithuania and
 * Belarus is the subject and has the only strong colour; in high contrast fills
 * are flat and every line dark (or light) enough to be told from them.
 */

static const PsgBasemapStyle styles[] = {
  [PSG_SCHEME_LIGHT] = {
    .water = 0xb3d5e9ff, .land = 0xf0eeeaff, .lithuania = 0xfdf5e3ff, .belarus = 0xe8f0e1ff,
    .coast = 0x6fa6c4ff, .lake = 0x86b9d6ff, .river = 0x9cc8e0ff,
    .border = 0x9c8aa5ff, .subject = 0x8a2364ff, .glow = 0xc2519b2e,
    .road = { 0xf2c977ff, 0xfffdf8ff }, .road_edge = { 0xd9ab55ff, 0xd3ccbcff },
    .town = 0x2e2e36ff, .area = 0x6f6a78ff, .sea = 0x3f7396ff, .halo = 0xffffffd9, .dot = 0xffffffff,
  },
  [PSG_SCHEME_DARK] = {
    .water = 0x17314aff, .land = 0x2a2a2eff, .lithuania = 0x39342aff, .belarus = 0x283329ff,
    .coast = 0x3f6b8cff, .lake = 0x2d5372ff, .river = 0x274a68ff,
    .border = 0x7d7287ff, .subject = 0xe886c2ff, .glow = 0xe07ab82b,
    .road = { 0x8f7437ff, 0x56524cff }, .road_edge = { 0x4d4022ff, 0x3a3835ff },
    .town = 0xeeeeeeff, .area = 0xa9a4b0ff, .sea = 0x7fb4d8ff, .halo = 0x1b1b1fd0, .dot = 0x242428ff,
  },
  [PSG_SCHEME_HIGH_CONTRAST] = {
    .water = 0x9fcbe6ff, .land = 0xffffffff, .lithuania = 0xfff6d8ff, .belarus = 0xe2f3d8ff,
    .coast = 0x1f5a80ff, .lake = 0x2f6a90ff, .river = 0x3d7da6ff,
    .border = 0x3d3846ff, .subject = 0x6a0048ff, .glow = 0xc2519b4d,
    .road = { 0xe0a63cff, 0xd0c8b8ff }, .road_edge = { 0x6e4c0cff, 0x6d675cff },
    .town = 0x000000ff, .area = 0x3d3846ff, .sea = 0x0b3a5cff, .halo = 0xffffffff, .dot = 0xffffffff,
  },
  [PSG_SCHEME_HIGH_CONTRAST_DARK] = {
    .water = 0x0c2438ff, .land = 0x111113ff, .lithuania = 0x241f12ff, .belarus = 0x121f14ff,
    .coast = 0x8cc4ecff, .lake = 0x6fa9d2ff, .river = 0x5a93bcff,
    .border = 0xd0c6d8ff, .subject = 0xffb0dcff, .glow = 0xe07ab84d,
    .road = { 0xb8923cff, 0x7d786fff }, .road_edge = { 0x2a210cff, 0x2a2824ff },
    .town = 0xffffffff, .area = 0xdedddaff, .sea = 0xb6dcf6ff, .halo = 0x000000ff, .dot = 0x000000ff,
  },
};

/**
 * psg_basemap_style_get:
 * @scheme: the look
 *
 * Returns: its colours
 */
const PsgBasemapStyle *
psg_basemap_style_get (PsgScheme scheme)
{
  return &styles[scheme];
}

void
psg_basemap_style_get_rgba (guint32  rgba,
                            GdkRGBA *color)
{
  color->red = (rgba >> 24) / 255.0;
  color->green = ((rgba >> 16) & 0xff) / 255.0;
  color->blue = ((rgba >> 8) & 0xff) / 255.0;
  color->alpha = (rgba & 0xff) / 255.0;
}

void
psg_basemap_style_set_source (cairo_t *cr,
                              guint32  rgba,
                              double   alpha)
{
  cairo_set_source_rgba (cr,
                         (rgba >> 24) / 255.0,
                         ((rgba >> 16) & 0xff) / 255.0,
                         ((rgba >> 8) & 0xff) / 255.0,
                         (rgba & 0xff) / 255.0 * alpha);
}
