/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-mark.h"

#include "psg-palette.h"

/*
 * A dot, a status sign or a note's, drawn by the palette so that it looks as on timeline
 * and map. It takes no input.
 */

/* Spreads names over the colours. */
#define NAME_FACTOR 7769u

#define DOT_SIZE 10
#define STATUS_SIZE 16
#define NOTE_SIZE 14

/* Colours that can be told apart by people with any colour vision (Okabe and
 * Ito, 2008); a party keeps the one its name falls on. */
static const guint32 party_rgb[] = { 0x0072b2, 0x009e73, 0xcc79a7, 0xd55e00, 0x56b4e9, 0xe69f00, 0x5b4a9e };

typedef enum
{
  MARK_DOT,
  MARK_STATUS,
  MARK_NOTE,
} MarkKind;

struct _PsgMark
{
  GtkWidget parent_instance;

  MarkKind kind;
  guint32 rgb;
  gboolean own; /* a dot that stands for a person's own event: it is a diamond */
  PsgStatus status;
  PsgNoteColour colour;
};

G_DEFINE_FINAL_TYPE (PsgMark, psg_mark, GTK_TYPE_WIDGET)

static int
get_size (PsgMark *self)
{
  static const int sizes[] = { DOT_SIZE, STATUS_SIZE, NOTE_SIZE };

  return sizes[self->kind];
}

static void
psg_mark_measure (GtkWidget     *widget,
                  GtkOrientation orientation,
                  int            for_size,
                  int           *minimum,
                  int           *natural,
                  int           *minimum_baseline,
                  int           *natural_baseline)
{
  *minimum = *natural = get_size (PSG_MARK (widget));
}

static void
draw_diamond (GtkSnapshot   *snapshot,
              const GdkRGBA *rgba,
              float          x,
              float          y)
{
  const float r = DOT_SIZE / 2.f + 1;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x - r, y - r, 2 * r, 2 * r);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_move_to (cr, x, y - r);
  cairo_line_to (cr, x + r, y);
  cairo_line_to (cr, x, y + r);
  cairo_line_to (cr, x - r, y);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, rgba);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
draw_dot (PsgMark     *self,
          GtkSnapshot *snapshot,
          float        x,
          float        y)
{
  const PsgLane lane = { .rgb = self->rgb };
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x - DOT_SIZE / 2.f, y - DOT_SIZE / 2.f, DOT_SIZE, DOT_SIZE);
  GskRoundedRect disc;
  GdkRGBA rgba;

  psg_palette_get_lane (psg_palette_get_scheme (), &lane, &rgba);
  if (self->own)
    {
      draw_diamond (snapshot, &rgba, x, y);
      return;
    }
  gsk_rounded_rect_init_from_rect (&disc, &bounds, DOT_SIZE / 2.f);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, &rgba, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_status (PsgMark     *self,
             GtkSnapshot *snapshot,
             float        x,
             float        y)
{
  const float r = STATUS_SIZE / 2.f;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x - r, y - r, 2 * r, 2 * r);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  psg_status_glyph_draw (cr, psg_palette_get_scheme (), self->status, x, y, r - 0.5);
  cairo_destroy (cr);
}

static void
draw_note (PsgMark     *self,
           GtkSnapshot *snapshot,
           float        x,
           float        y)
{
  const float r = NOTE_SIZE / 2.f;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x - r, y - r, 2 * r, 2 * r);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  psg_note_glyph_draw (cr, psg_palette_get_scheme (), self->colour, x, y, NOTE_SIZE - 2);
  cairo_destroy (cr);
}

static void
psg_mark_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  PsgMark *self = PSG_MARK (widget);
  float x = gtk_widget_get_width (widget) / 2.f;
  float y = gtk_widget_get_height (widget) / 2.f;

  if (self->kind == MARK_STATUS)
    draw_status (self, snapshot, x, y);
  else if (self->kind == MARK_NOTE)
    draw_note (self, snapshot, x, y);
  else
    draw_dot (self, snapshot, x, y);
}

static void
psg_mark_class_init (PsgMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = psg_mark_measure;
  widget_class->snapshot = psg_mark_snapshot;

  gtk_widget_class_set_css_name (widget_class, "mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
psg_mark_init (PsgMark *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  psg_palette_watch (G_OBJECT (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * psg_mark_new:
 *
 * Returns: (transfer floating): a grey dot
 */
GtkWidget *
psg_mark_new (void)
{
  return g_object_new (PSG_TYPE_MARK, NULL);
}

GtkWidget *
psg_mark_new_lane (const PsgLane *lane)
{
  GtkWidget *self = psg_mark_new ();

  psg_mark_set_lane (PSG_MARK (self), lane);

  return self;
}

/* (transfer floating): of an event in a lane; of one's own it has another shape. */
GtkWidget *
psg_mark_new_event (const PsgLane *lane,
                    gboolean       own)
{
  GtkWidget *self = psg_mark_new_lane (lane);

  psg_mark_set_own (PSG_MARK (self), own);

  return self;
}

/**
 * psg_mark_new_party:
 * @name: what a party is called
 *
 * Returns: (transfer floating): a dot in a colour that this name always has
 */
GtkWidget *
psg_mark_new_party (const char *name)
{
  PsgMark *self = PSG_MARK (psg_mark_new ());

  self->rgb = party_rgb[((g_str_hash (name) * NAME_FACTOR) >> 16) % G_N_ELEMENTS (party_rgb)];

  return GTK_WIDGET (self);
}

GtkWidget *
psg_mark_new_status (PsgStatus status)
{
  GtkWidget *self = psg_mark_new ();

  psg_mark_set_status (PSG_MARK (self), status);

  return self;
}

GtkWidget *
psg_mark_new_note (PsgNoteColour colour)
{
  GtkWidget *self = psg_mark_new ();

  psg_mark_set_note (PSG_MARK (self), colour);

  return self;
}

void
psg_mark_set_lane (PsgMark       *self,
                   const PsgLane *lane)
{
  g_return_if_fail (PSG_IS_MARK (self));
  g_return_if_fail (lane != NULL);

  self->kind = MARK_DOT;
  self->rgb = lane->rgb;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* @own: whether the dot stands for an event of one's own */
void
psg_mark_set_own (PsgMark *self,
                  gboolean own)
{
  g_return_if_fail (PSG_IS_MARK (self));

  self->own = own;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
psg_mark_set_status (PsgMark  *self,
                     PsgStatus status)
{
  g_return_if_fail (PSG_IS_MARK (self));
  g_return_if_fail (status < PSG_N_STATUSES);

  self->kind = MARK_STATUS;
  self->status = status;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
psg_mark_set_note (PsgMark      *self,
                   PsgNoteColour colour)
{
  g_return_if_fail (PSG_IS_MARK (self));
  g_return_if_fail (colour < PSG_NOTE_N_COLOURS);

  self->kind = MARK_NOTE;
  self->colour = colour;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
