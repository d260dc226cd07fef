/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-compare-bar.h"

#include <glib/gi18n.h>

#include "psg-date-entry.h"
#include "psg-rows.h"

/*
 * The bar above two maps: their dates, each above its own, and between them how many
 * crossings differ. It asks the session and shows what the session says.
 */

#define N_SIDES 2
/* Left and right of the words, where there is room for them in the line of the dates. */
#define MARGIN 8

struct _PsgCompareBar
{
  GtkWidget   parent_instance;

  PsgSession *session; /* owned */

  /* children */
  GtkWidget  *box;
  GtkWidget  *dates[N_SIDES];
  GtkWidget  *entries[N_SIDES]; /* NULL before they are first wanted */
  GtkWidget  *summary;
};

G_DEFINE_FINAL_TYPE (PsgCompareBar, psg_compare_bar, GTK_TYPE_WIDGET)

/* On the left the day compared with, on the right the playhead's. */
static const struct
{
  const char *label;
  PsgDay (*get) (PsgSession *session);
  void (*set) (PsgSession *session, PsgDay day);
} sides[N_SIDES] = {
  { N_("Date on the Left"), psg_session_get_compared, psg_session_set_compared },
  { N_("Date on the Right"), psg_session_get_playhead, psg_session_set_playhead },
};

static void
update_date (PsgCompareBar *self,
             guint          side)
{
  PsgDay day = sides[side].get (self->session);
  g_autofree char *date = psg_day_format_short (day);
  g_autofree char *in_full = psg_day_format_long (day);
  g_autofree char *spoken = psg_join_facts (_(sides[side].label), in_full, NULL);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->dates[side]), date);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->dates[side]), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
update (PsgCompareBar *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  PsgDay compared = psg_session_get_compared (self->session);
  g_autofree char *summary = NULL;

  if (!psg_day_is_valid (compared) || collection == NULL)
    return;

  for (guint i = 0; i < N_SIDES; i++)
    update_date (self, i);
  summary = psg_crossings_describe_differing (psg_collection_get_crossings (collection), compared,
                                              psg_session_get_playhead (self->session));
  gtk_label_set_label (GTK_LABEL (self->summary), summary);
}

static guint
find_side (GtkWidget *const *widgets,
           GtkWidget        *widget)
{
  return widgets[0] == widget ? 0 : 1;
}

static void
chosen_cb (PsgCompareBar        *self,
           const PsgDestination *destination,
           GtkWidget            *entry)
{
  guint side = find_side (self->entries, entry);
  PsgDay day = destination->day;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->dates[side]));
  sides[side].set (self->session, day);
}

static void
shown_cb (PsgCompareBar *self,
          GtkWidget     *popover)
{
  guint side = find_side (self->entries, gtk_popover_get_child (GTK_POPOVER (popover)));

  psg_date_entry_begin (PSG_DATE_ENTRY (self->entries[side]));
}

static void
create_popover (PsgCompareBar *self,
                guint          side)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_widget_add_css_class (popover, "date-popover");
  self->entries[side] = psg_date_entry_new (self->session, _(sides[side].label), _("_Show"));
  gtk_popover_set_child (GTK_POPOVER (popover), self->entries[side]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _(sides[side].label), -1);
  g_signal_connect_object (self->entries[side], "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "map", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->dates[side]), popover);
}

/* Before it is shown. Most people never ask for another date: what asks is made when they do. */
static void
prepare_popover_cb (GtkMenuButton *button,
                    gpointer       user_data)
{
  PsgCompareBar *self = user_data;
  guint side = find_side (self->dates, GTK_WIDGET (button));

  if (gtk_menu_button_get_popover (button) == NULL)
    create_popover (self, side);
  psg_date_entry_set_day (PSG_DATE_ENTRY (self->entries[side]), sides[side].get (self->session));
}

static void
swap_cb (PsgCompareBar *self)
{
  PsgDay day = psg_session_get_compared (self->session);

  psg_session_set_compared (self->session, psg_session_get_playhead (self->session));
  psg_session_set_playhead (self->session, day);
}

static void
close_cb (PsgCompareBar *self)
{
  psg_session_set_compared (self->session, PSG_DAY_NONE);
}

static void
add_button (PsgCompareBar *self,
            const char    *icon,
            const char    *label,
            GCallback      callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
add_date (PsgCompareBar *self,
          guint          side)
{
  GtkWidget *date = gtk_menu_button_new ();

  gtk_widget_add_css_class (date, "flat");
  gtk_widget_add_css_class (date, "numeric");
  gtk_widget_set_valign (date, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (date, _(sides[side].label));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (date), TRUE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (date), prepare_popover_cb, self, NULL);
  gtk_box_append (GTK_BOX (self->box), date);
  self->dates[side] = date;
}

/* Told by itself when it changes, as the badges of the maps are. */
static void
add_summary (PsgCompareBar *self)
{
  self->summary = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_label_set_wrap (GTK_LABEL (self->summary), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->summary), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->summary, "compare-summary");
  gtk_widget_set_parent (self->summary, GTK_WIDGET (self));
}

static void
build (PsgCompareBar *self)
{
  GtkWidget *gap = gtk_label_new (NULL);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  add_summary (self);

  add_date (self, 0);
  gtk_widget_set_hexpand (gap, TRUE);
  gtk_box_append (GTK_BOX (self->box), gap);
  add_button (self, "object-flip-horizontal-symbolic", _("Swap the Dates"), G_CALLBACK (swap_cb));
  add_date (self, 1);
  add_button (self, "window-close-symbolic", _("Show One Date"), G_CALLBACK (close_cb));
}

static int
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *least)
{
  int natural;

  gtk_widget_measure (widget, orientation, for_size, least, &natural, NULL, NULL);

  return natural;
}

static gboolean
is_one_line (PsgCompareBar *self,
             int            width)
{
  return width >= measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, NULL)
                  + measure (self->summary, GTK_ORIENTATION_HORIZONTAL, -1, NULL) + 2 * MARGIN;
}

static GtkSizeRequestMode
psg_compare_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
psg_compare_bar_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  PsgCompareBar *self = PSG_COMPARE_BAR (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = measure (self->box, orientation, -1, minimum)
                 + measure (self->summary, orientation, -1, NULL) + 2 * MARGIN;
      return;
    }

  *minimum = measure (self->box, orientation, -1, NULL);
  /* Who does not know the width must keep room for both lines. */
  if (for_size < 0 || !is_one_line (self, for_size))
    *minimum += measure (self->summary, orientation, for_size, NULL);
  *natural = *minimum;
}

/* Between the dates, or below them. */
static void
psg_compare_bar_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  PsgCompareBar *self = PSG_COMPARE_BAR (widget);
  gboolean one_line = is_one_line (self, width);
  int line = one_line ? height : measure (self->box, GTK_ORIENTATION_VERTICAL, -1, NULL);
  int words = measure (self->summary, GTK_ORIENTATION_HORIZONTAL, -1, NULL);
  int from = measure (self->dates[0], GTK_ORIENTATION_HORIZONTAL, -1, NULL) + MARGIN;
  int to = width - measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, NULL) + from - 2 * MARGIN;
  GtkAllocation place = { 0, line, width, height - line };

  gtk_widget_size_allocate (self->box, &(GtkAllocation) { 0, 0, width, line }, -1);
  if (one_line)
    place = (GtkAllocation) { CLAMP ((width - words) / 2, from, MAX (from, to - words)), 0, words, height };
  gtk_widget_size_allocate (self->summary, &place, -1);
}

static void
psg_compare_bar_dispose (GObject *object)
{
  PsgCompareBar *self = PSG_COMPARE_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->summary, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_compare_bar_parent_class)->dispose (object);
}

static void
psg_compare_bar_class_init (PsgCompareBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = psg_compare_bar_dispose;
  widget_class->get_request_mode = psg_compare_bar_get_request_mode;
  widget_class->measure = psg_compare_bar_measure;
  widget_class->size_allocate = psg_compare_bar_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "comparebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
psg_compare_bar_init (PsgCompareBar *self)
{
  build (self);
}

/**
 * psg_compare_bar_new:
 * @session: a session that compares
 *
 * Returns: (transfer floating): the bar
 */
GtkWidget *
psg_compare_bar_new (PsgSession *session)
{
  PsgCompareBar *self = g_object_new (PSG_TYPE_COMPARE_BAR, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::playhead", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::compared", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

const char *
psg_compare_bar_get_summary (PsgCompareBar *self)
{
  g_return_val_if_fail (PSG_IS_COMPARE_BAR (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->summary));
}
