/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-search-palette.h"

#include <glib/gi18n-lib.h>

#include "psg-filter-words.h"
#include "psg-follow.h"
#include "psg-note-search.h"
#include "psg-rows.h"
#include "psg-search-results.h"
#include "psg-search-row.h"
#include "psg-searcher.h"

/*
 * Typing asks, and an answer fills the list; between the two the last answer stays, so that nothing
 * flickers. Enter pressed before the answer is there waits for it. What is not understood is told only
 * after a rest, so that nobody is told off for a term half typed.
 */

#define WIDTH 640
#define MARGIN 16
#define HEIGHT 540
#define REST_MS 700

/* Of each kind, while all are looked for; and of one that is asked for alone. */
#define FEW 5
#define MANY 60

struct _PsgSearchPalette
{
  GtkPopover parent_instance;

  /* owned */
  PsgSession *session;
  PsgSearcher *searcher; /* nullable: for the collection as of opening */
  PsgQuery *query;       /* nullable: what was asked last */
  guint rest_source;
  gboolean activates;    /* when the answer is there */

  GtkWidget *focus; /* where the focus was; weak */

  /* borrowed */
  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *chips;
  GtkWidget *problem;
  GtkWidget *results;
  GtkWidget *status;
};

G_DEFINE_FINAL_TYPE (PsgSearchPalette, psg_search_palette, GTK_TYPE_POPOVER)

static const char *
get_text (PsgSearchPalette *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* What stands below is also what the entry is described by, so that a screen reader says it
 * without leaving the entry. */
static void
tell (PsgSearchPalette *self,
      const char       *status)
{
  gtk_label_set_text (GTK_LABEL (self->status), status);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, status, -1);
}

static void
tell_marked (PsgSearchPalette *self)
{
  GtkWidget *row = psg_search_results_get_marked (PSG_SEARCH_RESULTS (self->results));

  if (row != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                    GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
}

static void
tell_number (PsgSearchPalette *self)
{
  guint n = psg_searcher_get_n (self->searcher);
  g_autofree char *status = NULL;

  if (psg_query_is_empty (self->query))
    status = g_strdup (_("Events, documents, notes, crossings, claims, sources and places"));
  else if (n == 0)
    status = g_strdup (_("Nothing was found"));
  else
    status = g_strdup_printf (ngettext ("%'u found", "%'u found", n), n);

  tell (self, psg_searcher_get_problem (self->searcher) != NULL ? psg_searcher_get_problem (self->searcher) : status);
}

static void
show_chips (PsgSearchPalette *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  g_autoptr (GPtrArray) words = psg_query_describe (self->query, collection);
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), chip);

  for (guint i = 0; i < words->len; i++)
    gtk_box_append (GTK_BOX (self->chips),
                    psg_chip_new (self->session, NULL, NULL, ((PsgFilterWords *) g_ptr_array_index (words, i))->text));
  gtk_widget_set_visible (self->chips, words->len > 0);
}

static gboolean
rested_cb (gpointer data)
{
  PsgSearchPalette *self = data;
  g_autofree char *problem = psg_query_explain (self->query, psg_session_get_collection (self->session));

  self->rest_source = 0;
  gtk_label_set_text (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);

  return G_SOURCE_REMOVE;
}

/* At once where all is well, after a rest where it is not. */
static void
explain_when_rested (PsgSearchPalette *self)
{
  g_autofree char *problem = psg_query_explain (self->query, psg_session_get_collection (self->session));

  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (problem == NULL)
    rested_cb (self);
  else
    self->rest_source = g_timeout_add (REST_MS, rested_cb, self);
}

static void
ask (PsgSearchPalette *self)
{
  g_clear_pointer (&self->query, psg_query_unref);
  self->query = psg_query_parse (get_text (self));
  show_chips (self);
  explain_when_rested (self);
  psg_searcher_set_noted (self->searcher, psg_session_get_noted (self->session));
  psg_searcher_ask (self->searcher, self->query, psg_query_get_n_kinds (self->query) == 1 ? MANY : FEW);
}

/* Callbacks */

static void
text_changed_cb (PsgSearchPalette *self)
{
  self->activates = FALSE;
  if (self->searcher != NULL)
    ask (self);
}

static void
answered_cb (PsgSearchPalette *self)
{
  PsgSearchResults *results = PSG_SEARCH_RESULTS (self->results);
  GPtrArray *groups = psg_searcher_get_groups (self->searcher);

  if (psg_query_is_empty (self->query))
    psg_search_results_show_examples (results);
  else if (groups->len == 0)
    psg_search_results_show_nothing (results, psg_query_get_words (self->query), psg_query_has_terms (self->query)
                                     || psg_query_get_n_kinds (self->query) > 0);
  else
    psg_search_results_show (results, groups, get_text (self));

  tell_number (self);
  tell_marked (self);
  if (self->activates)
    {
      self->activates = FALSE;
      psg_search_results_activate (results);
    }
}

static void
activate_cb (PsgSearchPalette *self)
{
  if (self->searcher != NULL && psg_searcher_is_asking (self->searcher))
    self->activates = TRUE;
  else
    psg_search_results_activate (PSG_SEARCH_RESULTS (self->results));
}

static void
show_events_at (PsgSearchPalette *self,
                const char       *place)
{
  g_autofree char *text = g_strconcat ("place:", place, NULL);
  g_autoptr (PsgFilter) filter = psg_filter_parse (text);
  g_autoptr (GError) error = NULL;

  if (!psg_session_set_filter (self->session, filter, &error))
    psg_show_error (GTK_WIDGET (self), error->message);
}

/* An entry whose text is replaced is empty between; nobody is to see the answer to that. */
static void
write_text (PsgSearchPalette *self,
            const char       *text)
{
  g_autofree char *copy = g_strdup (text);

  g_signal_handlers_block_by_func (self->entry, text_changed_cb, self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), copy);
  g_signal_handlers_unblock_by_func (self->entry, text_changed_cb, self);
  text_changed_cb (self);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/* The palette is closed first: where the choice leads may take the focus. */
static void
choose_cb (PsgSearchPalette *self,
           GtkListBoxRow    *row)
{
  const PsgHit *hit = psg_search_row_get_hit (GTK_WIDGET (row));
  g_autofree char *link = NULL;
  g_autofree char *id = NULL;

  if (hit == NULL)
    {
      write_text (self, psg_search_row_get_text (GTK_WIDGET (row)));
      return;
    }

  link = psg_hit_dup_link (hit);
  id = g_strdup (hit->id);
  gtk_popover_popdown (GTK_POPOVER (self));
  if (link != NULL)
    psg_follow (GTK_WIDGET (self), self->session, link);
  else
    show_events_at (self, id);
}

static gboolean
key_pressed_cb (PsgSearchPalette *self,
                guint             key,
                guint             code,
                GdkModifierType   state)
{
  PsgSearchResults *results = PSG_SEARCH_RESULTS (self->results);
  int page = psg_search_results_get_page (results);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      psg_search_results_move (results, 1);
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      psg_search_results_move (results, -1);
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      psg_search_results_move (results, page);
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      psg_search_results_move (results, -page);
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  tell_marked (self);

  return GDK_EVENT_STOP;
}

static void
set_focus_widget (PsgSearchPalette *self,
                  GtkWidget        *focus)
{
  g_set_weak_pointer (&self->focus, focus);
}

static void
psg_search_palette_closed (GtkPopover *popover)
{
  PsgSearchPalette *self = PSG_SEARCH_PALETTE (popover);

  self->activates = FALSE;
  if (self->searcher != NULL)
    psg_searcher_cancel (self->searcher);
  if (self->focus != NULL && gtk_widget_get_mapped (self->focus))
    gtk_widget_grab_focus (self->focus);
  set_focus_widget (self, NULL);
}

/* Object */

static void
drop_searcher (PsgSearchPalette *self)
{
  if (self->searcher == NULL)
    return;

  psg_searcher_cancel (self->searcher);
  g_signal_handlers_disconnect_by_data (self->searcher, self);
  g_clear_object (&self->searcher);
}

/* Another collection is another search; the popover is of no use until it is opened anew. */
static void
collection_changed_cb (PsgSearchPalette *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  drop_searcher (self);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
psg_search_palette_dispose (GObject *object)
{
  PsgSearchPalette *self = PSG_SEARCH_PALETTE (object);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  set_focus_widget (self, NULL);
  drop_searcher (self);
  g_clear_pointer (&self->query, psg_query_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_search_palette_parent_class)->dispose (object);
}

static void
psg_search_palette_class_init (PsgSearchPaletteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_search_palette_dispose;
  GTK_POPOVER_CLASS (klass)->closed = psg_search_palette_closed;
}

static void
build_entry (PsgSearchPalette *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, "edit-find-symbolic");
  gtk_entry_set_icon_activatable (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, FALSE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Search everything"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search everything"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
}

static GtkWidget *
build_foot (PsgSearchPalette *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  /* Translators: keys, at the foot of the search */
  GtkWidget *keys = gtk_label_new (_("↑ ↓ choose · Enter opens · Esc closes"));

  self->status = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0,
                               "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_label_set_ellipsize (GTK_LABEL (keys), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (foot, "foot");
  gtk_box_append (GTK_BOX (foot), self->status);
  gtk_box_append (GTK_BOX (foot), keys);

  return foot;
}

static void
psg_search_palette_init (PsgSearchPalette *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->chips = psg_chip_box_new ();
  self->problem = psg_label_new (NULL, "problem");
  build_entry (self);

  gtk_widget_add_css_class (self->chips, "terms");
  gtk_widget_add_css_class (self->problem, "error");
  gtk_widget_set_visible (self->chips, FALSE);
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Understood"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search everything"), -1);

  gtk_box_append (GTK_BOX (self->box), self->entry);
  gtk_box_append (GTK_BOX (self->box), self->chips);
  gtk_box_append (GTK_BOX (self->box), self->problem);
  gtk_popover_set_child (GTK_POPOVER (self), self->box);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_add_css_class (GTK_WIDGET (self), "search-palette");
}

/**
 * psg_search_palette_new:
 * @session: whose collection is searched, and where what is chosen leads
 *
 * Returns: (transfer floating): a palette, to be given a parent
 */
GtkWidget *
psg_search_palette_new (PsgSession *session)
{
  PsgSearchPalette *self = g_object_new (PSG_TYPE_SEARCH_PALETTE, NULL);

  self->session = g_object_ref (session);
  self->results = psg_search_results_new (session);
  g_signal_connect_swapped (self->results, "choose", G_CALLBACK (choose_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->results);
  gtk_box_append (GTK_BOX (self->box), build_foot (self));
  g_signal_connect_object (session, "notify::collection", G_CALLBACK (collection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::library", G_CALLBACK (collection_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* As large as the window allows, at the middle of its top; always the same, however much is found:
 * what jumps about while one types is in the way. */
static void
fit (PsgSearchPalette *self,
     GtkWidget        *parent)
{
  int width = gtk_widget_get_width (parent), height = gtk_widget_get_height (parent);
  GdkRectangle top = { width / 2, 0, 1, MARGIN };

  gtk_widget_set_size_request (self->box, MIN (WIDTH, width - 2 * MARGIN), MIN (HEIGHT, height - 3 * MARGIN));
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &top);
}

/**
 * psg_search_palette_open:
 * @self: a palette with a parent, whose session has a collection
 *
 * Shows what was typed last, to be typed over.
 */
void
psg_search_palette_open (PsgSearchPalette *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  PsgCollection *collection = psg_session_get_collection (self->session);

  g_return_if_fail (PSG_IS_SEARCH_PALETTE (self));
  g_return_if_fail (collection != NULL);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) && root != NULL)
    set_focus_widget (self, gtk_root_get_focus (root));

  if (self->searcher == NULL)
    {
      PsgLibrary *library = psg_session_get_library (self->session);
      g_autoptr (PsgNoteSearch) notes = psg_note_search_new (self->session);

      self->searcher = psg_searcher_new (collection);
      if (PSG_IS_SEARCH_PROVIDER (library))
        psg_searcher_add_provider (self->searcher, PSG_SEARCH_PROVIDER (library));
      psg_searcher_add_provider (self->searcher, PSG_SEARCH_PROVIDER (notes));
      g_signal_connect_swapped (self->searcher, "answered", G_CALLBACK (answered_cb), self);
    }
  ask (self);

  fit (self, gtk_widget_get_parent (GTK_WIDGET (self)));
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
