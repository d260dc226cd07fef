/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-layer.h"

#include <math.h>

#include "psg-bubble-layout.h"
#include "psg-follow.h"
#include "psg-note-pictures.h"
#include "psg-note-words.h"
#include "psg-palette.h"

/* One widget for all notes about places: it draws the signs of a board and looks clicks up in it. */

/* A sign further outside the view is not drawn. */
#define REACH 40.0
/* Notes at places nearer than this are at one, in worlds: about a metre. */
#define SAME_PLACE 2.5e-8

struct _PsgNoteLayer
{
  ShumateLayer     parent_instance;

  PsgSession      *session;
  PsgEventLayer   *events;    /* borrowed: a sibling that lies below */
  PsgNoteBoard    *board;     /* (nullable): until it is asked for, and while there are no notes */
  guint            serial;    /* of the notes it is made of */
  PsgNotePictures *pictures;  /* (nullable) */
  GArray          *obstacles; /* PsgMapObstacle: besides the events */
  GArray          *covered;   /* PsgBox, pixels of the view */
};

enum
{
  SIGNAL_CLUSTER_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgNoteLayer, psg_note_layer, SHUMATE_TYPE_LAYER)

static PsgNoteBoard *
ensure_board (PsgNoteLayer *self)
{
  PsgNotes *notes = psg_session_get_notes (self->session);
  PsgCollection *collection = psg_session_get_collection (self->session);

  if (self->board != NULL || notes == NULL || collection == NULL)
    return self->board;

  self->board = psg_note_board_new (psg_notes_get_placed (notes), psg_collection_get_info (collection)->id);
  self->serial = psg_notes_get_kind_serial (notes, PSG_NOTE_ON_PLACE);

  return self->board;
}

/* Signs keep off crossings, their cards, and the bubbles of events. */
static void
find_obstacles (PsgNoteLayer *self)
{
  g_autoptr (GArray) obstacles = psg_event_layer_list_obstacles (self->events);

  if (self->obstacles->len > 0)
    g_array_append_vals (obstacles, self->obstacles->data, self->obstacles->len);
  psg_note_board_set_obstacles (self->board, obstacles);
}

static GArray *
get_signs (PsgNoteLayer     *self,
           PsgMapProjection *view)
{
  if (ensure_board (self) == NULL || psg_note_board_get_n (self->board) == 0)
    return NULL;

  psg_map_projection_init (view, shumate_layer_get_viewport (SHUMATE_LAYER (self)),
                           gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));

  if (!psg_note_board_is_up_to_date (self->board, view))
    find_obstacles (self);

  return psg_note_board_lay_out (self->board, view);
}

static gboolean
is_covered (PsgNoteLayer *self,
            double        x,
            double        y,
            double        reach)
{
  PsgBox box = { x - reach, y - PSG_NOTE_SIGN_REACH, x + reach, y + PSG_NOTE_SIGN_REACH };

  for (guint i = 0; i < self->covered->len; i++)
    if (psg_box_overlaps (&g_array_index (self->covered, PsgBox, i), &box))
      return TRUE;

  return FALSE;
}

/* Where in the view a sign's point and its middle are: out from under what lies over the map. */
static void
locate (PsgNoteLayer           *self,
        const PsgMapProjection *view,
        const PsgPlacedNotes   *sign,
        double                 *x,
        double                 *y,
        double                 *dx,
        double                 *dy)
{
  double reach = psg_placed_notes_get_reach (sign);

  psg_map_projection_place (view, sign->cluster.x, sign->cluster.y, x, y);
  *dx = sign->dx;
  *dy = sign->dy;
  psg_bubble_layout_avoid ((const PsgBox *) self->covered->data, self->covered->len, *x, *y, reach, dx, dy);
  /* Upon something else it is seen at least. */
  if (is_covered (self, *x + *dx, *y + *dy, reach) && !is_covered (self, *x, *y, reach))
    *dx = *dy = 0;
}

/* From a sign that had to move aside to its place. */
static void
snapshot_leader (GtkSnapshot          *snapshot,
                 const PsgPlacedNotes *sign,
                 double                x,
                 double                y,
                 double                dx,
                 double                dy)
{
  gboolean dark = psg_scheme_is_dark (psg_palette_get_scheme ());
  GdkRGBA colour = dark ? (GdkRGBA) { 1, 1, 1, 0.7 } : (GdkRGBA) { 0.15, 0.15, 0.2, 0.7 };
  double length = hypot (dx, dy), seen = sign->dx == 0 && sign->dy == 0 ? length : MIN (sign->leader, length);

  if (length < 1)
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_rotate (snapshot, (float) (atan2 (dy, dx) * 180 / G_PI));
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT ((float) (length - seen), -0.6f, (float) seen, 1.2f));
  if (seen >= length)
    gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (-2, -2, 4, 4));
  gtk_snapshot_restore (snapshot);
}

static void
psg_note_layer_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  PsgNoteLayer *self = PSG_NOTE_LAYER (widget);
  PsgMapProjection view;
  GArray *signs = get_signs (self, &view);

  if (signs == NULL)
    return;

  if (self->pictures == NULL)
    self->pictures = psg_note_pictures_new (widget);
  for (guint i = signs->len; i-- > 0;)
    {
      const PsgPlacedNotes *sign = &g_array_index (signs, PsgPlacedNotes, i);
      double x, y, dx, dy;

      locate (self, &view, sign, &x, &y, &dx, &dy);
      if (x < -REACH || y < -REACH || x > view.width + REACH || y > view.height + REACH)
        continue;
      snapshot_leader (snapshot, sign, x, y, dx, dy);
      psg_note_pictures_snapshot (self->pictures, snapshot, sign->colour, sign->cluster.n_things, x + dx, y + dy);
    }
}

static const PsgPlacedNotes *
find_sign (PsgNoteLayer *self,
           double        px,
           double        py)
{
  PsgMapProjection view;
  GArray *signs = get_signs (self, &view);

  for (guint i = 0; signs != NULL && i < signs->len; i++)
    {
      const PsgPlacedNotes *sign = &g_array_index (signs, PsgPlacedNotes, i);
      double x, y, dx, dy;

      locate (self, &view, sign, &x, &y, &dx, &dy);
      if (fabs (x + dx - px) <= psg_placed_notes_get_reach (sign) && fabs (y + dy - py) <= PSG_NOTE_SIGN_REACH)
        return sign;
    }

  return NULL;
}

static gboolean
psg_note_layer_contains (GtkWidget *widget,
                         double     x,
                         double     y)
{
  return find_sign (PSG_NOTE_LAYER (widget), x, y) != NULL;
}

static gboolean
psg_note_layer_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  PsgNoteLayer *self = PSG_NOTE_LAYER (widget);
  const PsgPlacedNotes *sign = keyboard ? NULL : find_sign (self, x, y);
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *text = NULL;

  if (sign == NULL)
    return FALSE;

  list = psg_note_board_list (self->board, sign);
  text = psg_note_words_dup_list (list);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

/* The one after the one that is shown, if that is among them; else the first. */
static char *
dup_next_link (PsgNoteLayer         *self,
               const PsgPlacedNotes *sign)
{
  const PsgPage *page = psg_session_get_page (self->session);
  g_autoptr (GPtrArray) list = psg_note_board_list (self->board, sign);
  guint next = 0;

  for (guint i = 0; page->kind == PSG_KIND_NOTE && i < list->len; i++)
    if (g_strcmp0 (((PsgNoteMark *) g_ptr_array_index (list, i))->id, page->id) == 0)
      next = (i + 1) % list->len;

  return g_strconcat ("note:", ((PsgNoteMark *) g_ptr_array_index (list, next))->id, NULL);
}

static void
released_cb (PsgNoteLayer *self,
             int           n_press,
             double        x,
             double        y)
{
  const PsgPlacedNotes *sign = find_sign (self, x, y);
  g_autofree char *link = NULL;

  if (sign == NULL)
    return;

  if (MAX (sign->cluster.x1 - sign->cluster.x0, sign->cluster.y1 - sign->cluster.y0) > SAME_PLACE)
    {
      PsgMapCluster cluster = sign->cluster;

      g_signal_emit (self, signals[SIGNAL_CLUSTER_OPENED], 0, &cluster);
      return;
    }

  link = dup_next_link (self, sign);
  psg_follow (GTK_WIDGET (self), self->session, link);
}

static void
forget_notes (PsgNoteLayer *self)
{
  g_clear_pointer (&self->board, psg_note_board_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Most of what is written is about something else. */
static void
notes_changed_cb (PsgNoteLayer *self)
{
  PsgNotes *notes = psg_session_get_notes (self->session);

  if (self->board == NULL || notes == NULL || psg_notes_get_kind_serial (notes, PSG_NOTE_ON_PLACE) != self->serial)
    forget_notes (self);
}

/* What stands around them stands elsewhere. */
static void
forget_places (PsgNoteLayer *self)
{
  if (self->board == NULL || psg_note_board_get_n (self->board) == 0)
    return;

  psg_note_board_forget (self->board);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_pictures (PsgNoteLayer *self)
{
  g_clear_pointer (&self->pictures, psg_note_pictures_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
psg_note_layer_dispose (GObject *object)
{
  PsgNoteLayer *self = PSG_NOTE_LAYER (object);

  g_clear_pointer (&self->pictures, psg_note_pictures_free);
  g_clear_pointer (&self->board, psg_note_board_free);

  G_OBJECT_CLASS (psg_note_layer_parent_class)->dispose (object);
}

static void
psg_note_layer_finalize (GObject *object)
{
  PsgNoteLayer *self = PSG_NOTE_LAYER (object);

  g_clear_object (&self->session);
  g_array_unref (self->obstacles);
  g_array_unref (self->covered);

  G_OBJECT_CLASS (psg_note_layer_parent_class)->finalize (object);
}

static void
psg_note_layer_class_init (PsgNoteLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = psg_note_layer_dispose;
  object_class->finalize = psg_note_layer_finalize;
  widget_class->snapshot = psg_note_layer_snapshot;
  widget_class->contains = psg_note_layer_contains;
  widget_class->query_tooltip = psg_note_layer_query_tooltip;

  signals[SIGNAL_CLUSTER_OPENED] = g_signal_new ("cluster-opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_css_name (widget_class, "notelayer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
psg_note_layer_init (PsgNoteLayer *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->obstacles = g_array_new (FALSE, FALSE, sizeof (PsgMapObstacle));
  self->covered = g_array_new (FALSE, FALSE, sizeof (PsgBox));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  psg_palette_watch (G_OBJECT (self), G_CALLBACK (forget_pictures));
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (forget_pictures), NULL);
}

/**
 * psg_note_layer_new:
 * @viewport: what is shown
 * @session: whose notes
 * @events: what lies below, whose bubbles they keep off; it must outlive the layer
 *
 * Returns: (transfer floating): the layer
 */
ShumateLayer *
psg_note_layer_new (ShumateViewport *viewport,
                    PsgSession      *session,
                    PsgEventLayer   *events)
{
  PsgNoteLayer *self = g_object_new (PSG_TYPE_NOTE_LAYER, "viewport", viewport, NULL);

  self->session = g_object_ref (session);
  self->events = events;
  g_signal_connect_object (events, "changed", G_CALLBACK (forget_places), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::collection", G_CALLBACK (forget_notes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notes-changed", G_CALLBACK (notes_changed_cb), self, G_CONNECT_SWAPPED);
  psg_map_projection_watch (viewport, self, G_CALLBACK (gtk_widget_queue_draw));

  return SHUMATE_LAYER (self);
}

/**
 * psg_note_layer_set_obstacles:
 * @self: the layer
 * @obstacles: (element-type PsgMapObstacle): what no sign may lie on if there is room; copied
 */
void
psg_note_layer_set_obstacles (PsgNoteLayer *self,
                              GArray       *obstacles)
{
  g_return_if_fail (PSG_IS_NOTE_LAYER (self));

  g_array_set_size (self->obstacles, 0);
  if (obstacles->len > 0)
    g_array_append_vals (self->obstacles, obstacles->data, obstacles->len);
  forget_places (self);
}

/**
 * psg_note_layer_set_covered:
 * @self: the layer
 * @boxes: (array length=n_boxes): parts of the view, in pixels, that something lies over
 * @n_boxes: how many
 *
 * A sign that would be half hidden moves aside.
 */
void
psg_note_layer_set_covered (PsgNoteLayer *self,
                            const PsgBox *boxes,
                            guint         n_boxes)
{
  g_return_if_fail (PSG_IS_NOTE_LAYER (self));

  g_array_set_size (self->covered, 0);
  if (n_boxes > 0)
    g_array_append_vals (self->covered, boxes, n_boxes);
  if (self->board != NULL && psg_note_board_get_n (self->board) > 0)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * psg_note_layer_append_boxes:
 * @self: the layer
 * @boxes: (element-type PsgBox): where to put where its signs are now, in pixels of the view
 */
void
psg_note_layer_append_boxes (PsgNoteLayer *self,
                             GArray       *boxes)
{
  PsgMapProjection view;
  GArray *signs = get_signs (self, &view);

  for (guint i = 0; signs != NULL && i < signs->len; i++)
    {
      const PsgPlacedNotes *sign = &g_array_index (signs, PsgPlacedNotes, i);
      double x, y, dx, dy, reach = psg_placed_notes_get_reach (sign);
      PsgBox box;

      locate (self, &view, sign, &x, &y, &dx, &dy);
      box = (PsgBox) { x + dx - reach, y + dy - PSG_NOTE_SIGN_REACH, x + dx + reach, y + dy + PSG_NOTE_SIGN_REACH };
      g_array_append_val (boxes, box);
    }
}

/**
 * psg_note_layer_get_n_signs:
 * @self: the layer
 *
 * Returns: how many signs there are, in view or not
 */
guint
psg_note_layer_get_n_signs (PsgNoteLayer *self)
{
  PsgMapProjection view;
  GArray *signs;

  g_return_val_if_fail (PSG_IS_NOTE_LAYER (self), 0);

  signs = get_signs (self, &view);

  return signs != NULL ? signs->len : 0;
}

/**
 * psg_note_layer_find_at:
 * @self: the layer
 * @x: pixels from the view's left edge
 * @y: pixels from its top edge
 *
 * Returns: (nullable): what stands there
 */
const PsgPlacedNotes *
psg_note_layer_find_at (PsgNoteLayer *self,
                        double        x,
                        double        y)
{
  g_return_val_if_fail (PSG_IS_NOTE_LAYER (self), NULL);

  return find_sign (self, x, y);
}
