/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-pictures.h"

#include <math.h>

#include "psg-palette.h"
#include "psg-zoom.h"

/* A note's leaf on a small plate; beside it how many notes there are, if that is more than one. */

#define LEAF 10.0
#define HEIGHT 18.0
#define PADDING 4.0
#define GAP 4.0
#define RADIUS 4.0
/* For the shadow. */
#define MARGIN 2.0
#define SMALL 0.72
/* More are not counted. */
#define MAX_COUNT 99

typedef struct
{
  GdkTexture     *texture;
  graphene_size_t size;
} Picture;

struct _PsgNotePictures
{
  GtkWidget  *widget;   /* borrowed: whose fonts and scale they are painted in */
  GHashTable *pictures; /* colour and count → Picture */
  double      scale;    /* of a plate */
};

static void
free_picture (gpointer data)
{
  Picture *self = data;

  g_object_unref (self->texture);
  g_free (self);
}

static void
trace_plate (cairo_t *cr,
             double   width,
             double   dy,
             double   grow)
{
  double left = -width / 2 - grow, top = -HEIGHT / 2 - grow + dy, right = -left, bottom = HEIGHT / 2 + grow + dy;
  double r = RADIUS + grow;

  cairo_new_path (cr);
  cairo_arc (cr, right - r, top + r, r, -G_PI_2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI_2);
  cairo_arc (cr, left + r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (cr, left + r, top + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_plate (cairo_t  *cr,
            PsgScheme scheme,
            double    width)
{
  double ground = psg_scheme_is_dark (scheme) ? 0.12 : 1.0;

  trace_plate (cr, width, 0.5, 1);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.3);
  cairo_fill (cr);
  trace_plate (cr, width, 0, 0);
  cairo_set_source_rgb (cr, ground, ground, ground);
  cairo_fill (cr);
}

static PangoLayout *
create_count (PsgNotePictures *self,
              guint            n)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (self->widget, NULL);
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autofree char *text = n > MAX_COUNT ? g_strdup_printf ("%d+", MAX_COUNT) : g_strdup_printf ("%u", n);

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute (11 * PANGO_SCALE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface), stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static Picture *
paint (PsgNotePictures *self,
       PsgNoteColour    colour,
       guint            n)
{
  g_autoptr (PangoLayout) count = n > 1 ? create_count (self, n) : NULL;
  PsgScheme scheme = psg_palette_get_scheme ();
  int scale = psg_zoom_get_resolution (self->widget), text_width = 0, text_height = 0;
  Picture *picture = g_new0 (Picture, 1);
  double width = LEAF + 2 * PADDING;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (count != NULL)
    pango_layout_get_pixel_size (count, &text_width, &text_height);
  if (count != NULL)
    width += text_width + GAP;
  graphene_size_init (&picture->size, (float) ceil (width * self->scale + 2 * MARGIN),
                      (float) ceil (HEIGHT * self->scale + 2 * MARGIN));

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) picture->size.width * scale,
                                        (int) picture->size.height * scale);
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  cairo_translate (cr, picture->size.width / 2, picture->size.height / 2);
  cairo_scale (cr, self->scale, self->scale);
  draw_plate (cr, scheme, width);
  psg_note_glyph_draw (cr, scheme, colour, -width / 2 + PADDING + LEAF / 2, 0, LEAF);
  if (count != NULL)
    {
      double ink = psg_scheme_is_dark (scheme) ? 1 : 0.1;

      cairo_set_source_rgb (cr, ink, ink, ink);
      cairo_move_to (cr, -width / 2 + PADDING + LEAF + GAP, -text_height / 2.0);
      pango_cairo_show_layout (cr, count);
    }
  cairo_destroy (cr);
  picture->texture = make_texture (surface);

  return picture;
}

/* @widget: whose signs they are; it must outlive them. */
PsgNotePictures *
psg_note_pictures_new (GtkWidget *widget)
{
  PsgNotePictures *self = g_new0 (PsgNotePictures, 1);

  self->widget = widget;
  self->scale = 1;
  self->pictures = g_hash_table_new_full (NULL, NULL, NULL, free_picture);

  return self;
}

/* The same, to stand upon something else. */
PsgNotePictures *
psg_note_pictures_new_small (GtkWidget *widget)
{
  PsgNotePictures *self = psg_note_pictures_new (widget);

  self->scale = SMALL;

  return self;
}

void
psg_note_pictures_free (PsgNotePictures *self)
{
  g_hash_table_unref (self->pictures);
  g_free (self);
}

/**
 * psg_note_pictures_snapshot:
 * @self: the pictures
 * @snapshot: where
 * @colour: of the notes
 * @n: how many notes
 * @x: of the sign's middle
 * @y: the same
 */
void
psg_note_pictures_snapshot (PsgNotePictures *self,
                            GtkSnapshot     *snapshot,
                            PsgNoteColour    colour,
                            guint            n,
                            double           x,
                            double           y)
{
  gpointer key = GUINT_TO_POINTER (MIN (n, MAX_COUNT + 1) * PSG_NOTE_N_COLOURS + colour);
  Picture *picture = g_hash_table_lookup (self->pictures, key);

  if (picture == NULL)
    {
      picture = paint (self, colour, n);
      g_hash_table_insert (self->pictures, key, picture);
    }
  gtk_snapshot_append_texture (snapshot, picture->texture,
                               &GRAPHENE_RECT_INIT ((float) round (x - picture->size.width / 2),
                                                    (float) round (y - picture->size.height / 2),
                                                    picture->size.width, picture->size.height));
}
