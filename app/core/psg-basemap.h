/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * The format, LBM1: the last character of its name is its version, raised when a file
 * could be misread. data/basemap/compile writes it.
 *
 * All numbers but single bytes are varints: seven bits a byte, the lowest first; signed
 * ones are zigzag-coded. A string is its length in bytes and UTF-8. World units run from
 * 0 to 2^bits across the Web Mercator world, y growing south.
 *
 *   "LBM1"  byte: bits   byte: first zoom   region: x0 y0 x1 y1
 *   arcs:   count, each: n, n × signed (dx, dy), then n half bytes, the low one of a byte
 *           first: v = the vertex is needed from zoom level (first zoom + v) on
 *   "BASE"  count, rings              coarse land, everywhere
 *   "CTRY"  count, each: two letters of ISO 3166-1, count of rings, rings
 *   "SEA "  count, rings
 *   "CST "  count, signed arc         the seas' outlines but for the region's edge
 *   "LAKE"  count, each: byte: first zoom, byte: origin, signed arc (closed)
 *   "RIVR"  count, each: byte: first zoom, signed arc
 *   "ROAD"  count, each: byte: class, string: number, signed arc
 *   "BORD"  count, each: byte: PsgBorderClass, signed arc
 *   "PLAC"  count, each: x, y, population, byte: first zoom, byte: flags (1: capital),
 *           two letters of ISO 3166-1, five strings: its name in each PsgBasemapLanguage
 *
 * A ring is a count and as many signed references to arcs; -1 - i is arc i backwards.
 * Neighbours share arcs, so that they meet at every zoom level. A vertex's zoom level is
 * that from which a line without it would be 0.35 pixels off (Douglas and Peucker). Of
 * the names, the English and one of the Belarusian and Russian are never empty.
 */

/* Why a base map cannot be read. */
#define PSG_BASEMAP_ERROR (psg_basemap_error_quark ())
GQuark psg_basemap_error_quark (void);

typedef enum
{
  PSG_BASEMAP_ERROR_NOT_A_BASEMAP, /* it does not begin as one */
  PSG_BASEMAP_ERROR_DAMAGED,       /* it ends early, or a value in it cannot be */
} PsgBasemapError;

/* The languages place names are kept in, in the file's order. */
typedef enum
{
  PSG_BASEMAP_EN,
  PSG_BASEMAP_LT,
  PSG_BASEMAP_BE,
  PSG_BASEMAP_RU,
  PSG_BASEMAP_PL,
} PsgBasemapLanguage;

#define PSG_BASEMAP_N_LANGUAGES (PSG_BASEMAP_PL + 1)

/**
 * PsgBasemapVertex:
 * @x: world units, growing east
 * @y: world units, growing south
 */
typedef struct
{
  gint32 x;
  gint32 y;
} PsgBasemapVertex;

/**
 * PsgBasemapBounds:
 *
 * A rectangle in world units, all four edges inclusive.
 */
typedef struct
{
  gint32 x0;
  gint32 y0;
  gint32 x1;
  gint32 y1;
} PsgBasemapBounds;

/**
 * PsgBasemapArc:
 * @first: index of its first vertex
 * @n: how many vertices, at least two
 * @bounds: around them
 *
 * A line that features share, so that two neighbours meet without a gap.
 */
typedef struct
{
  guint            first;
  guint            n;
  PsgBasemapBounds bounds;
} PsgBasemapArc;

/**
 * PsgBasemapRing:
 * @first: index of its first reference to an arc
 * @n: how many references
 * @bounds: around its arcs
 * @country: ISO 3166-1 alpha-2, or empty
 */
typedef struct
{
  guint            first;
  guint            n;
  PsgBasemapBounds bounds;
  char             country[3];
} PsgBasemapRing;

typedef enum
{
  PSG_BORDER_MARITIME,
  PSG_BORDER_LAND,
  PSG_BORDER_SUBJECT,   /* between Lithuania and Belarus */
} PsgBorderClass;

/**
 * PsgBasemapLine:
 * @grade: a lake's or river's first zoom level, a road's class (1, 2), a
 *   border's #PsgBorderClass
 * @origin: of lakes: 1 surveyed, 2 of invented shape
 * @ref: the arc
 */
typedef struct
{
  guint8 grade;
  guint8 origin;
  gint32 ref;
} PsgBasemapLine;

/**
 * PsgBasemapPlace:
 * @x: 0 to 1
 * @y: 0 to 1
 * @population: how many live there
 * @zoom: first zoom level to name it at
 * @capital: whether it is a state's capital
 * @country: ISO 3166-1 alpha-2
 * @names: by #PsgBasemapLanguage; empty where psg_basemap_place_get_name() has another
 */
typedef struct
{
  double      x;
  double      y;
  guint32     population;
  guint8      zoom;
  gboolean    capital;
  char        country[3];
  const char *names[PSG_BASEMAP_N_LANGUAGES];
} PsgBasemapPlace;

/**
 * PsgBasemap:
 * @unit: how many world units the world is wide
 * @region: where the map is complete
 * @vertices: (element-type PsgBasemapVertex)
 * @zooms: (element-type guint8): for each vertex the first zoom level it is needed at
 * @arcs: (element-type PsgBasemapArc)
 * @refs: (element-type gint32): an arc's index, or its complement: the arc backwards
 * @base: (element-type PsgBasemapRing): coarse land, also beyond the region
 * @countries: (element-type PsgBasemapRing): each country's rings together
 * @seas: (element-type PsgBasemapRing)
 * @coasts: (element-type PsgBasemapLine)
 * @lakes: (element-type PsgBasemapLine): each a closed arc
 * @rivers: (element-type PsgBasemapLine)
 * @roads: (element-type PsgBasemapLine): schematic, 1 to 5 km off
 * @borders: (element-type PsgBasemapLine)
 * @places: (element-type PsgBasemapPlace): the most important first
 *
 * A region's map as vectors: read-only, so that threads may draw from it at
 * once, and reference-counted.
 */
typedef struct
{
  double           unit;
  PsgBasemapBounds region;
  GArray          *vertices;
  GArray          *zooms;
  GArray          *arcs;
  GArray          *refs;
  GArray          *base;
  GArray          *countries;
  GArray          *seas;
  GArray          *coasts;
  GArray          *lakes;
  GArray          *rivers;
  GArray          *roads;
  GArray          *borders;
  GArray          *places;
  /*< private >*/
  GStringChunk    *strings;
} PsgBasemap;

#define PSG_TYPE_BASEMAP (psg_basemap_get_type ())
GType psg_basemap_get_type (void) G_GNUC_CONST;

PsgBasemap *psg_basemap_new_from_bytes (GBytes *bytes, GError **error);
PsgBasemap *psg_basemap_ref            (PsgBasemap *self);
void        psg_basemap_unref          (PsgBasemap *self);

const PsgBasemapArc *psg_basemap_get_arc (const PsgBasemap *self, gint32 ref);

PsgBasemapLanguage psg_basemap_choose_language (const char *const *preferred);
const char *psg_basemap_place_get_name (const PsgBasemapPlace *place, PsgBasemapLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgBasemap, psg_basemap_unref)

G_END_DECLS
