/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-crossing-page.h"

#include <glib/gi18n-lib.h>

#include "psg-accounts-page.h"
#include "psg-badges.h"
#include "psg-history-row.h"
#include "psg-language.h"
#include "psg-record-rows.h"
#include "psg-reference.h"
#include "psg-rows.h"
#include "psg-status-line.h"
#include "psg-status-strip.h"

/* A crossing's page: how it is today, how it was, what happened there, what and where it is,
 * what is written of it. */

struct _PsgCrossingPage
{
  PsgPageView parent_instance;

  /* owned */
  PsgSession *session;
  PsgCrossing *crossing;

  /* borrowed */
  GtkListBox *history;
  GtkWidget *reason;
  GtkWidget *today;
};

G_DEFINE_FINAL_TYPE (PsgCrossingPage, psg_crossing_page, PSG_TYPE_PAGE_VIEW)

static void
highlight_current (PsgCrossingPage         *self,
                   const PsgStatusInterval *current)
{
  GPtrArray *intervals = self->crossing->intervals;

  for (guint i = 0; i < intervals->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->history, i);

      if (g_ptr_array_index (intervals, i) == current)
        gtk_widget_add_css_class (GTK_WIDGET (row), "current");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (row), "current");
    }
}

static char *
describe_reason (const PsgStatusInterval *interval)
{
  if (interval == NULL)
    return g_strdup (_("Nothing is known about this day."));

  if (interval->decided_by == NULL)
    return g_strdup (psg_text_get (interval->reason));

  /* Translators: first why a crossing has a status, then who decided */
  return g_strdup_printf (_("%s Decided by %s."),
                          psg_text_get (interval->reason), psg_text_get (interval->decided_by));
}

static void
playhead_changed_cb (PsgCrossingPage *self)
{
  PsgDay day = psg_session_get_playhead (self->session);
  const PsgStatusInterval *interval = psg_crossing_get_interval_at (self->crossing, day);
  g_autofree char *date = psg_day_format_long (day);
  g_autofree char *reason = describe_reason (interval);
  /* Translators: %s is a date; a crossing's status on that day follows */
  g_autofree char *today = g_strdup_printf (_("On %s"), date);

  gtk_label_set_text (GTK_LABEL (self->today), today);
  gtk_label_set_text (GTK_LABEL (self->reason), reason);
  highlight_current (self, interval);
}

static gboolean
is_repeated (PsgText *text,
             guint    i)
{
  for (guint k = 0; k < i; k++)
    if (g_str_equal (psg_text_get_value (text, k), psg_text_get_value (text, i)))
      return TRUE;

  return FALSE;
}

/* What the other languages call it, each name once and on one line. */
static char *
list_other_names (PsgText *name)
{
  g_autoptr (GString) others = g_string_new (NULL);

  for (guint i = 0; i < psg_text_get_n (name); i++)
    if (!is_repeated (name, i) && !g_str_equal (psg_text_get_value (name, i), psg_text_get (name)))
      g_string_append_printf (others, "%s%s", others->len > 0 ? " · " : "", psg_text_get_value (name, i));

  g_string_replace (others, " ", "\u00a0", 0);
  g_string_replace (others, "\u00a0·\u00a0", " · ", 0);

  return g_string_free (g_steal_pointer (&others), FALSE);
}

static void
add_reference (PsgCrossingPage *self,
               GtkBox          *header)
{
  g_autoptr (GPtrArray) texts = psg_reference_texts_new (self->crossing->name);

  psg_reference_texts_add (texts, self->crossing->area);
  for (guint i = 0; i < self->crossing->intervals->len; i++)
    {
      const PsgStatusInterval *interval = g_ptr_array_index (self->crossing->intervals, i);

      psg_reference_texts_add (texts, interval->reason);
      psg_reference_texts_add (texts, interval->note);
    }
  psg_reference_texts_add (texts, self->crossing->role);
  psg_reference_texts_add (texts, self->crossing->roads);
  psg_reference_texts_add (texts, self->crossing->position_note);
  psg_reference_add (header, texts);
}

static void
add_header (PsgCrossingPage *self,
            GtkBox          *content)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gboolean road = self->crossing->kind == PSG_CROSSING_ROAD;
  g_autofree char *others = list_other_names (self->crossing->name);

  gtk_widget_add_css_class (header, "page-header");
  gtk_box_append (GTK_BOX (header), psg_label_new (road ? _("ROAD CROSSING") : _("RAIL CROSSING"), "page-kicker"));
  gtk_box_append (GTK_BOX (header), psg_title_new (psg_text_get (self->crossing->name)));
  if (*others != '\0')
    gtk_box_append (GTK_BOX (header), psg_label_new (others, NULL));
  if (self->crossing->area != NULL)
    gtk_box_append (GTK_BOX (header), psg_label_new (psg_text_get (self->crossing->area), "page-facts"));
  add_reference (self, GTK_BOX (header));
  gtk_box_append (content, header);
}

static void
add_today (PsgCrossingPage *self,
           GtkBox          *content)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->today = psg_label_new (NULL, "row-subtitle");
  self->reason = psg_body_label_new (NULL);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "today-card");
  gtk_box_append (GTK_BOX (card), self->today);
  gtk_box_append (GTK_BOX (card), psg_status_line_new (self->session, self->crossing));
  gtk_box_append (GTK_BOX (card), self->reason);
  gtk_box_append (GTK_BOX (card), psg_status_strip_new (self->session, self->crossing));
  gtk_box_append (content, card);
}

static void
row_activated_cb (GtkListBox      *list,
                  GtkListBoxRow   *row,
                  PsgCrossingPage *self)
{
  const PsgStatusInterval *interval;
  PsgTimeSpan bounds = psg_session_get_bounds (self->session);

  interval = g_ptr_array_index (self->crossing->intervals, gtk_list_box_row_get_index (row));
  psg_session_set_playhead (self->session,
                            psg_day_is_valid (interval->first) ? interval->first
                                                               : psg_day_from_minutes (bounds.start));
}

static void
add_history (PsgCrossingPage *self,
             GtkBox          *content)
{
  GtkWidget *list = psg_section_add_rows (content, _("History"), self->session);

  self->history = GTK_LIST_BOX (list);
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), self);

  for (guint i = 0; i < self->crossing->intervals->len; i++)
    {
      const PsgStatusInterval *interval = g_ptr_array_index (self->crossing->intervals, i);

      gtk_list_box_append (self->history, psg_history_row_new (self->session, interval));
    }
}

static void
add_fact (GtkWidget     *list,
          const char    *title,
          const PsgText *text)
{
  if (text != NULL)
    psg_row_add (list, NULL, NULL, title, psg_text_get (text));
}

/* How far the true place may be from the point, which is drawn as a ring on the map. */
static char *
describe_precision (const PsgCrossing *crossing)
{
  g_autofree char *distance = NULL;

  if (crossing->precision_m < 1000)
    distance = g_strdup_printf (_("%.0f m"), crossing->precision_m);
  else
    distance = g_strdup_printf (_("%.1f km"), crossing->precision_m / 1000);

  /* Translators: how well a position is known; %s is a distance such as "1.5 km" */
  return g_strdup_printf (crossing->precision_m > PSG_PRECISE_M ? _("Known only roughly, to within %s")
                                                                : _("Known to within %s"), distance);
}

static void
add_position (GtkWidget         *list,
              const PsgCrossing *crossing)
{
  g_autofree char *point = psg_position_format (crossing->latitude, crossing->longitude);
  g_autofree char *precision = describe_precision (crossing);
  g_autoptr (GString) where = g_string_new (point);

  g_string_append_printf (where, "\n%s", precision);
  if (crossing->position_note != NULL)
    g_string_append_printf (where, "\n%s", psg_text_get (crossing->position_note));

  psg_row_add_suffix (psg_row_add (list, NULL, NULL, _("Position"), where->str),
                      psg_confidence_badge_new (crossing->confidence));
}

static void
add_facts (PsgCrossingPage *self,
           GtkBox          *content)
{
  const PsgCrossing *crossing = self->crossing;
  GtkWidget *list = psg_section_add_rows (content, _("About the crossing"), self->session);

  add_fact (list, _("What it is for"), crossing->role);
  add_fact (list, _("Roads"), crossing->roads);
  add_position (list, crossing);
}

/* "English, Lithuanian" where both call it the same. */
static char *
list_languages (PsgText *text,
                guint    i)
{
  g_autoptr (GString) languages = g_string_new (NULL);

  for (guint k = i; k < psg_text_get_n (text); k++)
    if (g_str_equal (psg_text_get_value (text, k), psg_text_get_value (text, i)))
      g_string_append_printf (languages, "%s%s", languages->len > 0 ? ", " : "",
                              psg_language_get_label (psg_text_get_language (text, k)));

  return g_string_free (g_steal_pointer (&languages), FALSE);
}

static void
add_names (PsgCrossingPage *self,
           GtkBox          *content)
{
  PsgText *name = self->crossing->name;
  GtkWidget *list = psg_section_add_rows (content, _("Names"), self->session);

  for (guint i = 0; i < psg_text_get_n (name); i++)
    {
      g_autofree char *languages = list_languages (name, i);

      if (!is_repeated (name, i))
        psg_row_add (list, NULL, NULL, psg_text_get_value (name, i), languages);
    }

  if (self->crossing->aliases != NULL && self->crossing->aliases[0] != NULL)
    {
      g_autofree char *aliases = g_strjoinv (", ", self->crossing->aliases);

      psg_row_add (list, NULL, NULL, _("Also written"), aliases);
    }
}

static void
add_events (PsgCrossingPage *self,
            GtkBox          *content)
{
  g_autoptr (GArray) events = NULL;

  events = psg_collection_load_events_about (psg_session_get_collection (self->session), PSG_KIND_CROSSING,
                                             self->crossing->id, NULL);
  psg_add_events_section (content, self->session, _("Events"), events);
}

static void
add_accounts (PsgCrossingPage *self,
              GtkBox          *content)
{
  GtkWidget *compare = psg_accounts_button_new (self->session, PSG_KIND_CROSSING, self->crossing->id);

  if (compare != NULL)
    gtk_box_append (GTK_BOX (psg_section_new (content, _("Who claims what"))), compare);
}

static void
add_passages (PsgCrossingPage *self,
              GtkBox          *content)
{
  g_autoptr (GPtrArray) passages = NULL;

  passages = psg_collection_load_passages_about (psg_session_get_collection (self->session), PSG_KIND_CROSSING,
                                                 self->crossing->id, NULL);
  psg_add_passages_section (content, self->session, _("In the documents"), passages);
}

static void
psg_crossing_page_dispose (GObject *object)
{
  PsgCrossingPage *self = PSG_CROSSING_PAGE (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_crossing_page_parent_class)->dispose (object);
}

static void
psg_crossing_page_finalize (GObject *object)
{
  PsgCrossingPage *self = PSG_CROSSING_PAGE (object);

  g_clear_pointer (&self->crossing, psg_crossing_unref);

  G_OBJECT_CLASS (psg_crossing_page_parent_class)->finalize (object);
}

static void
psg_crossing_page_class_init (PsgCrossingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_crossing_page_dispose;
  object_class->finalize = psg_crossing_page_finalize;
}

static void
psg_crossing_page_init (PsgCrossingPage *self)
{
}

/**
 * psg_crossing_page_new:
 * @session: a session with a collection
 * @crossing: a crossing of it
 *
 * Returns: (transfer floating): its page
 */
GtkWidget *
psg_crossing_page_new (PsgSession        *session,
                       const PsgCrossing *crossing)
{
  PsgCrossingPage *self = g_object_new (PSG_TYPE_CROSSING_PAGE, NULL);
  GtkBox *content = psg_page_view_get_content (PSG_PAGE_VIEW (self));

  self->session = g_object_ref (session);
  self->crossing = psg_crossing_ref (crossing);

  add_header (self, content);
  add_today (self, content);
  add_history (self, content);
  add_events (self, content);
  add_accounts (self, content);
  add_facts (self, content);
  add_names (self, content);
  add_passages (self, content);
  psg_add_sources_section (content, session, _("Sources for name and position"), crossing->sources);

  g_signal_connect_object (session, "notify::playhead",
                           G_CALLBACK (playhead_changed_cb), self, G_CONNECT_SWAPPED);
  playhead_changed_cb (self);

  return GTK_WIDGET (self);
}
