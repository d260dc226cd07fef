/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-pdf-view-private.h"

#include <glib/gi18n-lib.h>

/*
 * Pointer and keys: dragging selects, Ctrl and the wheel zoom, as do two fingers; keys do all that too. Links are
 * followed and notes opened with a click, or with Tab and Enter: see psg-pdf-view-spots.c.
 */

#define LINE 48
/* How fast the view follows a pointer that was dragged out of it: of the distance, a frame. */
#define PULL 0.2
/* One notch of a wheel. */
#define WHEEL_ZOOM 1.15

/* Selecting */

static void
extend_to (PsgPdfView *self,
           double      x,
           double      y)
{
  PsgPdfCaret head;

  if (psg_pdf_view_find_caret (self, x, y, &head))
    {
      PsgPdfCaret anchor = self->anchor;

      psg_pdf_view_select (self, &anchor, &head);
    }
}

/* While the pointer is above or below, the view goes on that way. */
static gboolean
drag_tick_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       data)
{
  PsgPdfView *self = PSG_PDF_VIEW (widget);
  double height = gtk_widget_get_height (widget);
  double beyond = self->drag_y < 0 ? self->drag_y : MAX (self->drag_y - height, 0);

  psg_pdf_view_scroll (self, GTK_ORIENTATION_VERTICAL, beyond * PULL);
  extend_to (self, self->drag_x, CLAMP (self->drag_y, 0, height - 1));

  return G_SOURCE_CONTINUE;
}

static void
stop_following (PsgPdfView *self)
{
  if (self->drag_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag_tick);
  self->drag_tick = 0;
}

static void
drag_updated_cb (GtkGestureDrag *gesture,
                 double          offset_x,
                 double          offset_y,
                 PsgPdfView     *self)
{
  double x, y;
  gboolean out;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  self->drag_x = x + offset_x;
  self->drag_y = y + offset_y;
  out = self->drag_y < 0 || self->drag_y > gtk_widget_get_height (GTK_WIDGET (self));
  if (out && self->drag_tick == 0)
    self->drag_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), drag_tick_cb, NULL, NULL);
  if (!out)
    {
      stop_following (self);
      extend_to (self, self->drag_x, self->drag_y);
    }
}

static void
drag_ended_cb (GtkGestureDrag *gesture,
               double          offset_x,
               double          offset_y,
               PsgPdfView     *self)
{
  stop_following (self);
  if (psg_pdf_view_has_selection (self))
    g_signal_emit_by_name (self, "selected");
}

/* Twice selects a word, three times a line. */
static void
select_around (PsgPdfView        *self,
               const PsgPdfCaret *caret,
               gboolean           line)
{
  PsgPdfText *text = psg_pdf_view_get_text (self, caret->page);
  PsgPdfCaret anchor = *caret;
  PsgPdfCaret head = *caret;

  if (text != NULL)
    psg_pdf_text_widen (text, line, &anchor.position, &head.position);
  psg_pdf_view_select (self, &anchor, &head);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            PsgPdfView      *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  PsgPdfCaret caret;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->spot = -1;
  if (!psg_pdf_view_find_caret (self, x, y, &caret))
    return;

  if (n_press >= 2)
    select_around (self, &caret, n_press > 2);
  else if ((state & GDK_SHIFT_MASK) != 0)
    extend_to (self, x, y);
  else
    psg_pdf_view_select (self, &caret, &caret);
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             PsgPdfView      *self)
{
  PsgPdfSpot spot;

  if (n_press == 1 && !psg_pdf_view_has_selection (self) && psg_pdf_view_find_spot (self, x, y, &spot))
    psg_pdf_view_activate_spot (self, &spot);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           PsgPdfView               *self)
{
  PsgPdfPlace place = psg_pdf_view_get_place (self, x, y);
  PsgPdfText *text = psg_pdf_view_get_text (self, place.page);
  const char *cursor = NULL;
  PsgPdfSpot spot;

  self->pointer_x = x;
  self->pointer_y = y;
  if (psg_pdf_view_find_spot (self, x, y, &spot))
    cursor = "pointer";
  else if (text != NULL && psg_pdf_text_is_over (text, place.x, place.y))
    cursor = "text";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

static gboolean
query_tooltip_cb (GtkWidget  *widget,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip,
                  gpointer    data)
{
  PsgPdfView *self = PSG_PDF_VIEW (widget);
  g_autofree char *shown = NULL;
  PsgPdfSpot spot;

  if (!(keyboard ? psg_pdf_view_get_spot (self, &spot) : psg_pdf_view_find_spot (self, x, y, &spot)))
    return FALSE;

  shown = psg_pdf_view_describe_spot (&spot);
  gtk_tooltip_set_text (tooltip, shown);

  return TRUE;
}

/* Zooming */

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           PsgPdfView               *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double factor = dy < 0 ? WHEEL_ZOOM : 1 / WHEEL_ZOOM;

  if ((state & GDK_CONTROL_MASK) == 0)
    return FALSE;

  psg_pdf_view_zoom_at (self, psg_pdf_view_get_zoom (self) * factor, self->pointer_x, self->pointer_y);

  return TRUE;
}

static void
pinch_begun_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                PsgPdfView       *self)
{
  self->pinched = psg_pdf_view_get_zoom (self);
}

static void
pinched_cb (GtkGestureZoom *gesture,
            double          scale,
            PsgPdfView     *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    psg_pdf_view_zoom_at (self, self->pinched * scale, x, y);
}

/* Keys */

static gboolean
scroll_key_cb (GtkWidget *widget,
               GVariant  *args,
               gpointer   data)
{
  PsgPdfView *self = PSG_PDF_VIEW (widget);
  double page = gtk_widget_get_height (widget) * 0.9;
  int across, down;

  g_variant_get (args, "(ii)", &across, &down);
  psg_pdf_view_scroll (self, GTK_ORIENTATION_HORIZONTAL, across * LINE);
  psg_pdf_view_scroll (self, GTK_ORIENTATION_VERTICAL, ABS (down) == 2 ? down / 2 * page : down * LINE);

  return TRUE;
}

static gboolean
end_key_cb (GtkWidget *widget,
            GVariant  *args,
            gpointer   data)
{
  PsgPdfView *self = PSG_PDF_VIEW (widget);

  psg_pdf_view_set_position (self, g_variant_get_boolean (args) ? self->info->n_pages - 0.001 : 0);

  return TRUE;
}

static gboolean
zoom_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  int direction = g_variant_get_int32 (args);

  if (direction == 0)
    psg_pdf_view_set_zoom (PSG_PDF_VIEW (widget), 0);
  else
    psg_pdf_view_step_zoom (PSG_PDF_VIEW (widget), direction);

  return TRUE;
}

static gboolean
select_all_key_cb (GtkWidget *widget,
                   GVariant  *args,
                   gpointer   data)
{
  psg_pdf_view_select_page (PSG_PDF_VIEW (widget));

  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                PsgPdfView            *self)
{
  PsgPdfSpot spot;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return psg_pdf_view_step_spot (self, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);
    case GDK_KEY_ISO_Left_Tab:
      return psg_pdf_view_step_spot (self, -1);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (!psg_pdf_view_get_spot (self, &spot))
        return FALSE;
      psg_pdf_view_activate_spot (self, &spot);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
focus_left_cb (PsgPdfView *self)
{
  self->spot = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The menu */

static void
show_menu (PsgPdfView *self,
           double      x,
           double      y)
{
  if (self->menu == NULL)
    {
      g_autoptr (GMenu) model = g_menu_new ();

      g_menu_append (model, _("_Copy"), "pdf.copy");
      g_menu_append (model, _("Copy with C_itation"), "reader.copy-quote");
      g_menu_append (model, _("Add _Note"), "reader.add-note");
      g_menu_append (model, _("Select _All on This Page"), "pdf.select-page");
      g_menu_append (model, _("Pr_int the Document…"), "win.print");
      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_pressed_cb (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 PsgPdfView      *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  show_menu (self, x, y);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  show_menu (PSG_PDF_VIEW (widget), gtk_widget_get_width (widget) / 2.0, LINE);

  return TRUE;
}

static void
add_scroll_key (GtkWidgetClass *klass,
                guint           key,
                int             across,
                int             down)
{
  gtk_widget_class_add_binding (klass, key, 0, scroll_key_cb, "(ii)", across, down);
}

void
psg_pdf_view_install_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    int direction;
  } zooms[] = {
    { GDK_KEY_plus, 1 }, { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 }, { GDK_KEY_minus, -1 },
    { GDK_KEY_KP_Subtract, -1 }, { GDK_KEY_0, 0 }, { GDK_KEY_KP_0, 0 },
  };

  add_scroll_key (klass, GDK_KEY_Up, 0, -1);
  add_scroll_key (klass, GDK_KEY_Down, 0, 1);
  add_scroll_key (klass, GDK_KEY_Left, -1, 0);
  add_scroll_key (klass, GDK_KEY_Right, 1, 0);
  add_scroll_key (klass, GDK_KEY_Page_Up, 0, -2);
  add_scroll_key (klass, GDK_KEY_Page_Down, 0, 2);
  add_scroll_key (klass, GDK_KEY_space, 0, 2);
  gtk_widget_class_add_binding (klass, GDK_KEY_space, GDK_SHIFT_MASK, scroll_key_cb, "(ii)", 0, -2);
  gtk_widget_class_add_binding (klass, GDK_KEY_Home, 0, end_key_cb, "b", FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_End, 0, end_key_cb, "b", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding (klass, zooms[i].key, GDK_CONTROL_MASK, zoom_key_cb, "i", zooms[i].direction);
  gtk_widget_class_add_binding (klass, GDK_KEY_a, GDK_CONTROL_MASK, select_all_key_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

static void
add_gesture (PsgPdfView *self,
             GtkGesture *gesture,
             guint       button)
{
  if (GTK_IS_GESTURE_SINGLE (gesture))
    gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), button);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

void
psg_pdf_view_add_input (PsgPdfView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_updated_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begun_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinched_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  add_gesture (self, click, GDK_BUTTON_PRIMARY);
  add_gesture (self, menu, GDK_BUTTON_SECONDARY);
  add_gesture (self, drag, GDK_BUTTON_PRIMARY);
  add_gesture (self, pinch, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
