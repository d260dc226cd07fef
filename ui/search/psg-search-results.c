/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-search-results.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "psg-query.h"
#include "psg-search-row.h"
#include "psg-terms.h"

/*
 * A list that is made anew with every answer: it is short. It keeps the answer, whose hits its rows
 * look at.
 */

#define GROUP_KEY "psg-group" /* on the first row of a group: what stands above it */

struct _PsgSearchResults
{
  AdwBin parent_instance;

  PsgSession *session; /* owned */
  GPtrArray *groups;   /* owned, nullable */

  /* borrowed */
  GtkListBox *list;
  GtkScrolledWindow *scroller;
};

G_DEFINE_FINAL_TYPE (PsgSearchResults, psg_search_results, ADW_TYPE_BIN)

enum
{
  CHOOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       data)
{
  const char *group = g_object_get_data (G_OBJECT (row), GROUP_KEY);
  GtkWidget *label;

  if (group == NULL)
    return;

  label = gtk_label_new (group);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "group");
  gtk_list_box_row_set_header (row, label);
}

static void
mark_row (PsgSearchResults *self,
          GtkListBoxRow    *row)
{
  graphene_rect_t bounds;

  gtk_list_box_select_row (self->list, row);
  if (row == NULL)
    return;

  /* The first row brings the group's name into sight too. */
  if (gtk_list_box_row_get_index (row) == 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  else if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (self->scroller),
                               bounds.origin.y, bounds.origin.y + bounds.size.height);
}

/* @groups is kept as long as the rows. */
static void
clear (PsgSearchResults *self,
       GPtrArray        *groups)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = groups != NULL ? g_ptr_array_ref (groups) : NULL;
}

static void
add_row (PsgSearchResults *self,
         GtkWidget        *row,
         const char       *group)
{
  g_object_set_data_full (G_OBJECT (row), GROUP_KEY, g_strdup (group), g_free);
  gtk_list_box_append (self->list, row);
}

static char *
describe_group (const PsgSearchGroup *group)
{
  if (group->more)
    /* Translators: a heading over what was found: “Sources · more than 1,000” */
    return g_strdup_printf (_("%s · more than %'u"), psg_kind_get_plural (group->kind), group->n);

  /* Translators: a heading over what was found: “Events · 12” */
  return g_strdup_printf (_("%s · %'u"), psg_kind_get_plural (group->kind), group->n);
}

static void
add_group (PsgSearchResults     *self,
           const PsgSearchGroup *group,
           const char           *text)
{
  g_autofree char *heading = describe_group (group);
  g_autofree char *narrow = psg_query_narrow (text, group->kind);

  for (guint i = 0; i < group->hits->len; i++)
    add_row (self, psg_search_row_new_hit (self->session, g_ptr_array_index (group->hits, i)),
             i == 0 ? heading : NULL);

  if (group->hits->len < group->n && g_strcmp0 (narrow, text) != 0)
    add_row (self, psg_search_row_new_text (_("Show more of these"), NULL, narrow), NULL);
}

static void
activated_cb (PsgSearchResults *self,
              GtkListBoxRow    *row)
{
  g_signal_emit (self, signals[CHOOSE], 0, row);
}

static void
psg_search_results_dispose (GObject *object)
{
  PsgSearchResults *self = PSG_SEARCH_RESULTS (object);

  if (self->session != NULL)
    clear (self, NULL);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_search_results_parent_class)->dispose (object);
}

static void
psg_search_results_class_init (PsgSearchResultsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_search_results_dispose;

  signals[CHOOSE] = g_signal_new ("choose", PSG_TYPE_SEARCH_RESULTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, GTK_TYPE_LIST_BOX_ROW);
}

static void
psg_search_results_init (PsgSearchResults *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self->list), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "search-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Found"), -1);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), TRUE);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scroller));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
}

/**
 * psg_search_results_new:
 * @session: the session
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
psg_search_results_new (PsgSession *session)
{
  PsgSearchResults *self = g_object_new (PSG_TYPE_SEARCH_RESULTS, NULL);

  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

/**
 * psg_search_results_show:
 * @self: a list
 * @groups: (element-type PsgSearchGroup): what was found
 * @text: what was typed
 *
 * The best hit is marked.
 */
void
psg_search_results_show (PsgSearchResults *self,
                         GPtrArray        *groups,
                         const char       *text)
{
  g_return_if_fail (PSG_IS_SEARCH_RESULTS (self));

  clear (self, groups);
  for (guint i = 0; i < groups->len; i++)
    add_group (self, g_ptr_array_index (groups, i), text);
  mark_row (self, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
add_example (PsgSearchResults *self,
             const char       *key,
             const char       *value,
             const char       *explanation,
             const char       *group)
{
  g_autofree char *term = psg_term_write (key, value);
  g_autofree char *text = g_strconcat (term, " ", NULL);

  add_row (self, psg_search_row_new_text (term, explanation, text), group);
}

/* With what there is in the collection, so that each finds something. */
static void
add_examples (PsgSearchResults *self,
              PsgCollection    *collection)
{
  GPtrArray *lanes = psg_collection_get_lanes (collection);
  GPtrArray *crossings = psg_collection_get_crossings (collection);
  const PsgTimeSpan *span = &psg_collection_get_info (collection)->span;
  g_autofree char *middle = psg_day_format_iso (psg_day_from_minutes (
      span->start + psg_time_span_get_length (span) / 2));
  g_autofree char *year = g_strndup (middle, strcspn (middle + 1, "-") + 1);

  if (lanes->len > 0)
    add_example (self, "lane:", ((PsgLane *) g_ptr_array_index (lanes, 0))->id, _("What belongs to a lane"),
                 _("Words find everything; “words in quotation marks” stand together"));
  if (crossings->len > 0)
    add_example (self, "crossing:", psg_text_get (((PsgCrossing *) g_ptr_array_index (crossings, 0))->short_name),
                 _("What concerns a crossing"), NULL);
  add_example (self, "after:", year, _("From a date on; also before: and during:"), NULL);
  add_example (self, "has:", "document", _("What a document speaks of; also claim, crossing, place, source"), NULL);
  add_example (self, "kind:", "claim", _("Only claims; also event, document, crossing, source, place"), NULL);
}

/**
 * psg_search_results_show_examples:
 * @self: a list
 *
 * Shows what may be typed; nothing is marked, for nothing was asked.
 */
void
psg_search_results_show_examples (PsgSearchResults *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);

  g_return_if_fail (PSG_IS_SEARCH_RESULTS (self));

  clear (self, NULL);
  if (collection != NULL)
    add_examples (self, collection);
  gtk_list_box_unselect_all (self->list);
}

/**
 * psg_search_results_show_nothing:
 * @self: a list
 * @words: what was looked up
 * @has_terms: whether terms were typed that may have been too much
 */
void
psg_search_results_show_nothing (PsgSearchResults *self,
                                 const char       *words,
                                 gboolean          has_terms)
{
  g_autofree char *shorter = NULL;
  const char *space = g_strrstr (words, " ");
  const char *group = _("Nothing was found");

  g_return_if_fail (PSG_IS_SEARCH_RESULTS (self));

  clear (self, NULL);
  if (has_terms && *words != '\0')
    {
      add_row (self, psg_search_row_new_text (words, _("The words alone, without terms"), words), group);
      group = NULL;
    }
  if (space != NULL && *words != '"')
    {
      shorter = g_strndup (words, space - words);
      add_row (self, psg_search_row_new_text (shorter, _("One word less"), shorter), group);
      group = NULL;
    }
  add_row (self, psg_search_row_new_text (_("Begin anew"), _("Every word must be found: fewer letters find more"), ""),
           group);
  gtk_list_box_unselect_all (self->list);
}

/**
 * psg_search_results_move:
 * @self: a list
 * @lines: how far to move the mark: down, or up if negative; it stops at the ends
 */
void
psg_search_results_move (PsgSearchResults *self,
                         int               lines)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list), *next = NULL;
  int at = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  g_return_if_fail (PSG_IS_SEARCH_RESULTS (self));

  for (int to = MAX (at + lines, 0); next == NULL && to >= 0; to--)
    next = gtk_list_box_get_row_at_index (self->list, to);
  if (next != NULL)
    mark_row (self, next);
}

/* How many lines are in sight. */
int
psg_search_results_get_page (PsgSearchResults *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);
  double page = gtk_adjustment_get_page_size (gtk_scrolled_window_get_vadjustment (self->scroller));
  int height = row != NULL ? gtk_widget_get_height (GTK_WIDGET (row)) : 0;

  return height > 0 ? MAX (1, (int) (page / height) - 1) : 1;
}

/* Chooses the marked row. */
void
psg_search_results_activate (PsgSearchResults *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  g_return_if_fail (PSG_IS_SEARCH_RESULTS (self));

  if (row != NULL)
    activated_cb (self, row);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/**
 * psg_search_results_get_marked:
 *
 * Returns: (transfer none) (nullable): the marked row
 */
GtkWidget *
psg_search_results_get_marked (PsgSearchResults *self)
{
  g_return_val_if_fail (PSG_IS_SEARCH_RESULTS (self), NULL);

  return GTK_WIDGET (gtk_list_box_get_selected_row (self->list));
}
