/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-pdf-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "psg-palette.h"

/*
 * The pages of a PDF in a scrolled window: where they lie and what of them is in sight. Drawing is in
 * psg-pdf-view-draw.c, pointer and keys in psg-pdf-view-input.c, selecting in psg-pdf-view-select.c, what can be
 * clicked in psg-pdf-view-spots.c, going to a place in psg-pdf-view-show.c, what is written on the pages in
 * psg-pdf-view-texts.c.
 */

/* Which page one is on is told by what is here, as a share of the height in sight. */
#define READING_LINE 0.35
/* More than this nobody listens to in one piece. */
#define LONGEST_DESCRIPTION 8000

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  PLACE_CHANGED,
  SELECTION_CHANGED,
  SELECTED,
  NOTE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (PsgPdfView, psg_pdf_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

double
psg_pdf_view_get_value (PsgPdfView     *self,
                        GtkOrientation  orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

/* The point of the document under a point of the view. */
PsgPdfPlace
psg_pdf_view_get_place (PsgPdfView *self,
                        double      x,
                        double      y)
{
  return psg_pdf_layout_get_place (self->layout, x + psg_pdf_view_get_value (self, GTK_ORIENTATION_HORIZONTAL),
                                   y + psg_pdf_view_get_value (self, GTK_ORIENTATION_VERTICAL));
}

/* Where an area of a page is in the view. */
void
psg_pdf_view_get_area (PsgPdfView      *self,
                       guint            page,
                       const PsgPdfBox *box,
                       graphene_rect_t *area)
{
  const PsgPdfLeaf *leaf = psg_pdf_layout_get_leaf (self->layout, page);
  double left = round (psg_pdf_view_get_value (self, GTK_ORIENTATION_HORIZONTAL));
  double top = round (psg_pdf_view_get_value (self, GTK_ORIENTATION_VERTICAL));

  graphene_rect_init (area, leaf->x + box->x1 * leaf->scale - left, leaf->y + box->y1 * leaf->scale - top,
                      (box->x2 - box->x1) * leaf->scale, (box->y2 - box->y1) * leaf->scale);
}

/* What a screen reader says of the view: which page it is, and what is written there. */
void
psg_pdf_view_describe (PsgPdfView *self)
{
  PsgPdfText *text = g_hash_table_lookup (self->texts, GUINT_TO_POINTER (self->page));
  g_autofree char *words = NULL;
  g_autofree char *label = g_strdup_printf (_("Page %u of %u"), self->page + 1, self->info->n_pages);

  words = text != NULL ? psg_pdf_text_dup_words (text, 0, LONGEST_DESCRIPTION) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

/* Scrolling */

static void
tell_place (PsgPdfView *self,
            gboolean    anyway)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  guint page = psg_pdf_view_get_place (self, 0, height * READING_LINE).page;

  if (page == self->page && !anyway)
    return;

  self->page = page;
  psg_pdf_view_describe (self);
  g_signal_emit (self, signals[PLACE_CHANGED], 0);
}

static gboolean
tell_place_cb (gpointer data)
{
  PsgPdfView *self = data;

  self->tell_source = 0;
  tell_place (self, TRUE);

  return G_SOURCE_REMOVE;
}

/* While sizes are given nobody may ask for another. */
static void
queue_tell_place (PsgPdfView *self)
{
  if (self->tell_source == 0)
    self->tell_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_place_cb, self, NULL);
}

static void
value_changed_cb (PsgPdfView *self)
{
  if (!self->laid_out)
    return;

  if (self->tell_source == 0)
    tell_place (self, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
psg_pdf_view_configure (PsgPdfView     *self,
                        GtkOrientation  orientation,
                        double          value)
{
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  double page = across ? gtk_widget_get_width (GTK_WIDGET (self)) : gtk_widget_get_height (GTK_WIDGET (self));
  double upper = across ? psg_pdf_layout_get_width (self->layout) : psg_pdf_layout_get_height (self->layout);

  if (self->adjustments[orientation] != NULL)
    gtk_adjustment_configure (self->adjustments[orientation], CLAMP (value, 0, MAX (upper - page, 0)), 0,
                              MAX (upper, page), 40, page * 0.9, page);
}

/* Lays the pages out anew and puts a point of the document at a point of the view. */
static void
lay_out (PsgPdfView        *self,
         const PsgPdfPlace *place,
         double             x,
         double             y)
{
  double left, top;

  psg_pdf_layout_update (self->layout, self->zoom, gtk_widget_get_width (GTK_WIDGET (self)), PSG_PDF_VIEW_MARGIN);
  psg_pdf_layout_get_point (self->layout, place, &left, &top);
  psg_pdf_view_configure (self, GTK_ORIENTATION_HORIZONTAL, left - x);
  psg_pdf_view_configure (self, GTK_ORIENTATION_VERTICAL, top - y);
  self->laid_out = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Whatever the size, what was at the top stays there. */
static void
psg_pdf_view_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  PsgPdfView *self = PSG_PDF_VIEW (widget);
  PsgPdfPlace place = { 0, 0, -PSG_PDF_VIEW_MARGIN };
  double y = 0;

  if (self->has_goal)
    {
      place = self->goal;
      y = self->goal_at * height;
    }
  else if (self->laid_out)
    place = psg_pdf_view_get_place (self, 0, 0);

  queue_tell_place (self);
  lay_out (self, &place, 0, y);
  self->has_goal = FALSE;
}

static void
psg_pdf_view_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = 80;
  *natural = 400;
}

void
psg_pdf_view_scroll (PsgPdfView     *self,
                     GtkOrientation  orientation,
                     double          pixels)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + pixels);
}

static void
set_adjustment (PsgPdfView     *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], value_changed_cb, self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment == NULL)
    return;

  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  if (self->laid_out)
    psg_pdf_view_configure (self, orientation, 0);
}

static void
psg_pdf_view_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  PsgPdfView *self = PSG_PDF_VIEW (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
psg_pdf_view_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  PsgPdfView *self = PSG_PDF_VIEW (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pictures_changed_cb (gpointer data)
{
  gtk_widget_queue_draw (GTK_WIDGET (data));
}

static void
psg_pdf_view_dispose (GObject *object)
{
  PsgPdfView *self = PSG_PDF_VIEW (object);

  g_cancellable_cancel (self->closing);
  g_clear_handle_id (&self->tell_source, g_source_remove);
  if (self->drag_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag_tick);
  self->drag_tick = 0;
  g_clear_pointer (&self->pictures, psg_pdf_pictures_free);
  if (self->highlights != NULL)
    g_signal_handlers_disconnect_by_data (self->highlights, self);
  g_clear_object (&self->highlights);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);

  G_OBJECT_CLASS (psg_pdf_view_parent_class)->dispose (object);
}

static void
psg_pdf_view_finalize (GObject *object)
{
  PsgPdfView *self = PSG_PDF_VIEW (object);

  g_clear_pointer (&self->info, psg_pdf_info_free);
  g_clear_pointer (&self->layout, psg_pdf_layout_free);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_pointer (&self->found, g_array_unref);
  g_object_unref (self->closing);

  G_OBJECT_CLASS (psg_pdf_view_parent_class)->finalize (object);
}

static void
psg_pdf_view_class_init (PsgPdfViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = psg_pdf_view_dispose;
  object_class->finalize = psg_pdf_view_finalize;
  object_class->get_property = psg_pdf_view_get_property;
  object_class->set_property = psg_pdf_view_set_property;
  widget_class->measure = psg_pdf_view_measure;
  widget_class->size_allocate = psg_pdf_view_size_allocate;
  widget_class->snapshot = psg_pdf_view_snapshot;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[PLACE_CHANGED] = g_signal_new ("place-changed", PSG_TYPE_PDF_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", PSG_TYPE_PDF_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 0);
  signals[SELECTED] = g_signal_new ("selected", PSG_TYPE_PDF_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[NOTE_ACTIVATED] = g_signal_new ("note-activated", PSG_TYPE_PDF_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, PSG_TYPE_NOTE,
                                          GDK_TYPE_RECTANGLE | G_SIGNAL_TYPE_STATIC_SCOPE);

  gtk_widget_class_set_css_name (widget_class, "pdfview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  psg_pdf_view_install_keys (widget_class);
}

static void
psg_pdf_view_init (PsgPdfView *self)
{
  self->texts = psg_pdf_view_new_texts ();
  self->closing = g_cancellable_new ();
  self->current = G_MAXUINT;
  self->spot = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  psg_pdf_view_add_input (self);
  psg_palette_watch (G_OBJECT (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * psg_pdf_view_new:
 * @file: a PDF; must outlive the view
 * @info: (transfer full): what it is like
 *
 * Returns: (transfer floating): a view of it
 */
GtkWidget *
psg_pdf_view_new (PsgPdfFile *file,
                  PsgPdfInfo *info)
{
  PsgPdfView *self = g_object_new (PSG_TYPE_PDF_VIEW, NULL);

  self->file = file;
  self->info = info;
  self->layout = psg_pdf_layout_new (info->sizes, info->n_pages);
  psg_pdf_layout_update (self->layout, 0, 400, PSG_PDF_VIEW_MARGIN);
  self->pictures = psg_pdf_pictures_new (file, pictures_changed_cb, self);
  psg_pdf_view_describe (self);

  return GTK_WIDGET (self);
}

/* A chosen note is shown by whoever knows how. */
void
psg_pdf_view_show_note (PsgPdfView      *self,
                        const PsgNote   *note,
                        guint            page,
                        const PsgPdfBox *box)
{
  graphene_rect_t place;
  GdkRectangle area;

  psg_pdf_view_get_area (self, page, box, &place);
  area = (GdkRectangle) { place.origin.x, place.origin.y, MAX (place.size.width, 1), MAX (place.size.height, 1) };
  g_signal_emit (self, signals[NOTE_ACTIVATED], 0, note, &area);
}

/* A person's notes on the PDF, to be drawn on its pages. */
void
psg_pdf_view_set_highlights (PsgPdfView       *self,
                             PsgPdfHighlights *highlights)
{
  g_return_if_fail (PSG_IS_PDF_VIEW (self));
  g_return_if_fail (self->highlights == NULL);

  self->highlights = g_object_ref (highlights);
  g_signal_connect_swapped (highlights, "changed", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* (transfer none): what the file is like */
const PsgPdfInfo *
psg_pdf_view_get_info (PsgPdfView *self)
{
  g_return_val_if_fail (PSG_IS_PDF_VIEW (self), NULL);

  return self->info;
}

/* The page one is on, as an index. */
guint
psg_pdf_view_get_page (PsgPdfView *self)
{
  g_return_val_if_fail (PSG_IS_PDF_VIEW (self), 0);

  return self->page;
}

/* 1 for the true size, also where that follows from the room there is. */
double
psg_pdf_view_get_zoom (PsgPdfView *self)
{
  g_return_val_if_fail (PSG_IS_PDF_VIEW (self), 1);

  return self->zoom > 0 || !self->laid_out ? self->zoom
                                           : psg_pdf_layout_get_leaf (self->layout, self->page)->scale * 72 / 96;
}

gboolean
psg_pdf_view_fits_width (PsgPdfView *self)
{
  g_return_val_if_fail (PSG_IS_PDF_VIEW (self), TRUE);

  return self->zoom <= 0;
}

/* What is at a point of the view stays there. */
void
psg_pdf_view_zoom_at (PsgPdfView *self,
                      double      zoom,
                      double      x,
                      double      y)
{
  PsgPdfPlace place;

  zoom = zoom > 0 ? CLAMP (zoom, 0.1, 8) : 0;
  if (zoom == self->zoom)
    return;

  self->zoom = zoom;
  if (!self->laid_out)
    return;

  place = psg_pdf_view_get_place (self, x, y);
  lay_out (self, &place, x, y);
  tell_place (self, TRUE);
}

/**
 * psg_pdf_view_set_zoom:
 * @self: a view
 * @zoom: 1 for the true size, from 0.1 to 8; 0 to make each page as wide as there is room
 */
void
psg_pdf_view_set_zoom (PsgPdfView *self,
                       double      zoom)
{
  g_return_if_fail (PSG_IS_PDF_VIEW (self));

  psg_pdf_view_zoom_at (self, zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, 0);
}

/* The next of the usual steps: +1 for larger, -1 for smaller. */
void
psg_pdf_view_step_zoom (PsgPdfView *self,
                        int         direction)
{
  g_return_if_fail (PSG_IS_PDF_VIEW (self));

  psg_pdf_view_set_zoom (self, psg_pdf_layout_step_zoom (psg_pdf_view_get_zoom (self), direction));
}

/**
 * psg_pdf_view_set_found:
 * @self: a view
 * @found: (nullable) (element-type PsgPdfMatch): what was looked for, in order; it is marked
 * @current: which of them stands out, or %G_MAXUINT
 */
void
psg_pdf_view_set_found (PsgPdfView   *self,
                        const GArray *found,
                        guint         current)
{
  g_return_if_fail (PSG_IS_PDF_VIEW (self));

  g_clear_pointer (&self->found, g_array_unref);
  if (found != NULL)
    {
      self->found = g_array_new (FALSE, FALSE, sizeof (PsgPdfMatch));
      g_array_append_vals (self->found, found->data, found->len);
    }
  self->current = current;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Whether anything that is in sight is still being drawn or read. */
gboolean
psg_pdf_view_is_busy (PsgPdfView *self)
{
  GHashTableIter iter;
  gpointer text;

  g_return_val_if_fail (PSG_IS_PDF_VIEW (self), FALSE);

  if (!self->laid_out || psg_pdf_pictures_is_busy (self->pictures))
    return TRUE;

  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, NULL, &text))
    if (text == NULL)
      return TRUE;

  return FALSE;
}
