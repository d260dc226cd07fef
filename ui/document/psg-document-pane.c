/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-document-pane.h"

#include "psg-accounts-page.h"
#include "psg-document-page.h"
#include "psg-event-page.h"
#include "psg-line-layout.h"
#include "psg-own-collection.h"
#include "psg-own-page.h"
#include "psg-page-factory.h"
#include "psg-page-view.h"
#include "psg-pane-bar.h"
#include "psg-pdf-page.h"
#include "psg-text-size.h"

/*
 * The right-hand pane: one page at a time, made when it is shown and dropped when the next one has
 * faded in. It remembers how far each was scrolled, for coming back.
 */

/* More than anybody comes back to. */
#define MAX_POSITIONS 64
#define FADE_MS 120

struct _PsgDocumentPane
{
  AdwBin parent_instance;

  /* owned */
  PsgSession *session;
  GHashTable *positions; /* page → double */
  PsgPage *shown;
  PsgNote *own; /* (nullable): the event that is shown, as it was then, if it is the person's own */
  char *tab;
  int text_size;
  guint drop_source;

  /* borrowed */
  GtkStack *stack;
  PsgCollection *subject; /* only to be compared */
};

enum
{
  PROP_0,
  PROP_TEXT_SIZE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum
{
  PAGE_MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgDocumentPane, psg_document_pane, ADW_TYPE_BIN)

static char *
dup_key (const PsgPage *page)
{
  const char *parties;
  gboolean compares = page->kind != PSG_KIND_DOCUMENT && psg_page_read_accounts (page->passage, &parties);

  return g_strdup_printf ("%d:%s%s", page->kind, page->id != NULL ? page->id : "", compares ? "#accounts" : "");
}

static void
remember_position (PsgDocumentPane *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);
  double position;

  if (self->shown == NULL || !PSG_IS_PAGE_VIEW (page))
    return;

  if (PSG_IS_EVENT_PAGE (page))
    {
      g_free (self->tab);
      self->tab = g_strdup (psg_event_page_get_tab (PSG_EVENT_PAGE (page)));
    }

  if (g_hash_table_size (self->positions) >= MAX_POSITIONS)
    g_hash_table_remove_all (self->positions);

  position = psg_page_view_get_position (PSG_PAGE_VIEW (page));
  g_hash_table_insert (self->positions, dup_key (self->shown), g_memdup2 (&position, sizeof position));
}

/* Only on the way back: a page newly asked for begins at its top. */
static void
restore_position (PsgDocumentPane *self,
                  const PsgPage   *page,
                  GtkWidget       *widget)
{
  g_autofree char *key = dup_key (page);
  const double *position = g_hash_table_lookup (self->positions, key);

  if (PSG_IS_EVENT_PAGE (widget))
    psg_event_page_set_tab (PSG_EVENT_PAGE (widget), self->tab);

  if (position != NULL && PSG_IS_PAGE_VIEW (widget) && psg_session_get_can_go_forward (self->session))
    psg_page_view_set_position (PSG_PAGE_VIEW (widget), *position);
}

/* Of what was shown before nothing is kept, once it has faded out. */
static void
drop_hidden (PsgDocumentPane *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack));

  if (gtk_stack_get_transition_running (self->stack))
    return;

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (child != gtk_stack_get_visible_child (self->stack))
        gtk_stack_remove (self->stack, child);
      child = next;
    }
}

static gboolean
drop_hidden_cb (gpointer user_data)
{
  PsgDocumentPane *self = PSG_DOCUMENT_PANE (user_data);

  self->drop_source = 0;
  drop_hidden (self);

  return G_SOURCE_REMOVE;
}

/* A stack that is in a transition, begins one or is still telling of its end holds on to what is taken from it:
 * GTK 4.18 never lets go, not even where nothing is animated. */
static void
drop_hidden_later (PsgDocumentPane *self)
{
  if (self->drop_source == 0)
    self->drop_source = g_idle_add (drop_hidden_cb, self);
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  GtkRoot *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Whoever followed a link with the keyboard goes on in the page it led to. */
static void
move_focus_into (GtkWidget *page)
{
  GtkWidget *focus;

  if (PSG_IS_DOCUMENT_PAGE (page))
    {
      psg_document_page_focus_text (PSG_DOCUMENT_PAGE (page));
      return;
    }
  if (!gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD))
    return;

  /* A text that takes the focus selects all of itself. */
  focus = gtk_root_get_focus (gtk_widget_get_root (page));
  if (GTK_IS_LABEL (focus))
    gtk_label_select_region (GTK_LABEL (focus), 0, 0);
}

/* The document that is open already only shows another passage, the comparison two other parties. */
static gboolean
reuse_page (PsgDocumentPane *self,
            const PsgPage   *page)
{
  GtkWidget *visible = gtk_stack_get_visible_child (self->stack);
  const char *parties;

  if (PSG_IS_ACCOUNTS_PAGE (visible) && self->shown != NULL && page->kind == self->shown->kind &&
      g_strcmp0 (self->shown->id, page->id) == 0 && psg_page_read_accounts (page->passage, &parties))
    {
      psg_accounts_page_show_parties (PSG_ACCOUNTS_PAGE (visible), parties);
      return TRUE;
    }

  if (self->shown == NULL || self->shown->kind != page->kind || g_strcmp0 (self->shown->id, page->id) != 0)
    return FALSE;

  if (PSG_IS_DOCUMENT_PAGE (visible))
    psg_document_page_show_passage (PSG_DOCUMENT_PAGE (visible), page->passage);
  else if (PSG_IS_OWN_PAGE (visible))
    psg_own_page_show_place (PSG_OWN_PAGE (visible), page->passage);
  else
    return FALSE;

  return TRUE;
}

/* Documents are read in the size a person wants; pages are as large as the rest of the window. */
static void
size_text (PsgDocumentPane *self,
           GtkWidget       *page)
{
  if (PSG_IS_DOCUMENT_PAGE (page))
    psg_document_page_set_text_size (PSG_DOCUMENT_PAGE (page), (guint) self->text_size);
  else if (PSG_IS_OWN_PAGE (page))
    psg_own_page_set_text_size (PSG_OWN_PAGE (page), (guint) self->text_size);
}

/* The event that is shown, if it is the person's own. */
static const PsgNote *
find_own (PsgDocumentPane *self)
{
  const PsgPage *page = psg_session_get_page (self->session);

  return page->kind == PSG_KIND_EVENT ? psg_collection_find_own (psg_session_get_collection (self->session), page->id)
                                      : NULL;
}

static void
show_page (PsgDocumentPane *self,
           const PsgPage   *page)
{
  GtkWidget *widget = psg_page_factory_make (self->session, page);
  gboolean focused = has_focus_within (gtk_stack_get_visible_child (self->stack));

  remember_position (self);
  g_clear_pointer (&self->own, psg_note_unref);
  self->own = find_own (self) != NULL ? psg_note_ref (find_own (self)) : NULL;
  size_text (self, widget);
  g_signal_emit (self, signals[PAGE_MADE], 0, widget, page);
  gtk_stack_add_child (self->stack, widget);
  restore_position (self, page, widget);
  gtk_stack_set_visible_child (self->stack, widget);
  if (focused)
    move_focus_into (widget);
  drop_hidden_later (self);
}

static void
page_changed_cb (PsgDocumentPane *self)
{
  const PsgPage *page = psg_session_get_page (self->session);

  /* A new collection tells of itself and of its page. */
  if (self->shown != NULL && psg_page_equal (self->shown, page))
    return;

  if (!reuse_page (self, page))
    show_page (self, page);

  g_clear_pointer (&self->shown, psg_page_free);
  self->shown = psg_page_copy (page);
}

static void
subject_changed_cb (PsgDocumentPane *self)
{
  self->subject = psg_collection_get_base (psg_session_get_collection (self->session));
  g_hash_table_remove_all (self->positions);
  g_clear_pointer (&self->shown, psg_page_free);
  page_changed_cb (self);
}

/* What a page tells of events may be another; in texts nothing is, and a note's page sees to itself. */
static gboolean
tells_of_events (const PsgPage *page)
{
  return page->kind != PSG_KIND_DOCUMENT && page->kind != PSG_KIND_OWN && page->kind != PSG_KIND_NOTE;
}

/* Other own events: the page is made anew where it stood. */
static void
collection_changed_cb (PsgDocumentPane *self)
{
  const PsgPage *page = psg_session_get_page (self->session);
  GtkWidget *old = gtk_stack_get_visible_child (self->stack);
  double position = PSG_IS_PAGE_VIEW (old) ? psg_page_view_get_position (PSG_PAGE_VIEW (old)) : 0;
  GtkWidget *made;

  if (self->subject != psg_collection_get_base (psg_session_get_collection (self->session))
      || self->shown == NULL || !psg_page_equal (self->shown, page) || !tells_of_events (page))
    return;

  show_page (self, page);
  made = gtk_stack_get_visible_child (self->stack);
  if (PSG_IS_PAGE_VIEW (made))
    psg_page_view_set_position (PSG_PAGE_VIEW (made), position);
}

static void
notes_changed_cb (PsgDocumentPane *self)
{
  const PsgNote *own = find_own (self);

  if (own != NULL && self->own != NULL && own != self->own && !psg_note_equal (own, self->own)
      && g_str_equal (own->id, self->own->id))
    collection_changed_cb (self);
}

static void
psg_document_pane_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (prop_id == PROP_TEXT_SIZE)
    g_value_set_int (value, PSG_DOCUMENT_PANE (object)->text_size);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
psg_document_pane_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  if (prop_id == PROP_TEXT_SIZE)
    psg_document_pane_set_text_size (PSG_DOCUMENT_PANE (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
psg_document_pane_dispose (GObject *object)
{
  PsgDocumentPane *self = PSG_DOCUMENT_PANE (object);

  g_clear_handle_id (&self->drop_source, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_document_pane_parent_class)->dispose (object);
}

static void
psg_document_pane_finalize (GObject *object)
{
  PsgDocumentPane *self = PSG_DOCUMENT_PANE (object);

  g_clear_pointer (&self->positions, g_hash_table_unref);
  g_clear_pointer (&self->shown, psg_page_free);
  g_clear_pointer (&self->own, psg_note_unref);
  g_free (self->tab);

  G_OBJECT_CLASS (psg_document_pane_parent_class)->finalize (object);
}

static void
psg_document_pane_class_init (PsgDocumentPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_document_pane_dispose;
  object_class->finalize = psg_document_pane_finalize;
  object_class->get_property = psg_document_pane_get_property;
  object_class->set_property = psg_document_pane_set_property;

  /**
   * PsgDocumentPane:text-size:
   *
   * How large documents are set, in percent of the usual size.
   */
  props[PROP_TEXT_SIZE] = g_param_spec_int ("text-size", NULL, NULL, PSG_TEXT_SIZE_SMALLEST, PSG_TEXT_SIZE_LARGEST,
                                            PSG_TEXT_SIZE_NORMAL,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * PsgDocumentPane::page-made:
   * @widget: the page's widget, not shown yet; of a note an empty one
   * @page: what it shows
   *
   * What others have to say about the same can be added to it.
   */
  signals[PAGE_MADE] = g_signal_new ("page-made", PSG_TYPE_DOCUMENT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, GTK_TYPE_WIDGET, PSG_TYPE_PAGE | G_SIGNAL_TYPE_STATIC_SCOPE);

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "documentpane");
  /* The paned asks how wide it must be for its height; see PsgLineLayout. */
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), PSG_TYPE_LINE_LAYOUT);
}

static void
psg_document_pane_init (PsgDocumentPane *self)
{
  self->positions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->text_size = PSG_TEXT_SIZE_NORMAL;
}

static void
build (PsgDocumentPane *self)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_stack_set_transition_duration (self->stack, FADE_MS);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  g_signal_connect_object (self->stack, "notify::transition-running",
                           G_CALLBACK (drop_hidden_later), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), psg_pane_bar_new (self->session));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), box);
  adw_bin_set_child (ADW_BIN (self), overlay);
}

/**
 * psg_document_pane_new:
 * @session: the session
 *
 * Returns: (transfer floating): a pane
 */
GtkWidget *
psg_document_pane_new (PsgSession *session)
{
  PsgDocumentPane *self;

  g_return_val_if_fail (PSG_IS_SESSION (session), NULL);

  self = g_object_new (PSG_TYPE_DOCUMENT_PANE, NULL);
  self->session = g_object_ref (session);
  build (self);

  g_signal_connect_object (session, "notify::subject",
                           G_CALLBACK (subject_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::collection",
                           G_CALLBACK (collection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notes-changed",
                           G_CALLBACK (notes_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::page",
                           G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  subject_changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * psg_document_pane_get_visible:
 *
 * Returns: (transfer none): the page it shows
 */
GtkWidget *
psg_document_pane_get_visible (PsgDocumentPane *self)
{
  g_return_val_if_fail (PSG_IS_DOCUMENT_PANE (self), NULL);

  return gtk_stack_get_visible_child (self->stack);
}

/**
 * psg_document_pane_print:
 * @self: a pane
 *
 * Returns: (transfer full) (nullable): printing the document it shows, to be run; %NULL if it
 *   shows none
 */
GtkPrintOperation *
psg_document_pane_print (PsgDocumentPane *self)
{
  GtkWidget *page;

  g_return_val_if_fail (PSG_IS_DOCUMENT_PANE (self), NULL);

  page = gtk_stack_get_visible_child (self->stack);
  if (PSG_IS_OWN_PAGE (page))
    page = psg_own_page_get_content (PSG_OWN_PAGE (page));

  if (PSG_IS_PDF_PAGE (page))
    return psg_pdf_page_print (PSG_PDF_PAGE (page));

  return PSG_IS_DOCUMENT_PAGE (page) ? psg_document_page_print (PSG_DOCUMENT_PAGE (page)) : NULL;
}

/**
 * psg_document_pane_set_text_size:
 * @self: a pane
 * @size: how large documents are set, in percent of the usual size
 */
void
psg_document_pane_set_text_size (PsgDocumentPane *self,
                                 int              size)
{
  g_return_if_fail (PSG_IS_DOCUMENT_PANE (self));

  if (size == self->text_size)
    return;

  self->text_size = size;
  size_text (self, gtk_stack_get_visible_child (self->stack));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT_SIZE]);
}

/**
 * psg_document_pane_step_text_size:
 * @self: a pane
 * @direction: +1 for larger, -1 for smaller, 0 for the usual size
 *
 * Returns: whether there is such a size that it had not yet
 */
gboolean
psg_document_pane_step_text_size (PsgDocumentPane *self,
                                  int              direction)
{
  int before;

  g_return_val_if_fail (PSG_IS_DOCUMENT_PANE (self), FALSE);

  before = self->text_size;
  psg_document_pane_set_text_size (self, direction == 0 ? PSG_TEXT_SIZE_NORMAL
                                                        : (int) psg_text_size_step ((guint) before, direction));

  return self->text_size != before;
}

/**
 * psg_document_pane_find:
 * @self: a pane
 *
 * Lets a person find words in the document it shows.
 *
 * Returns: whether it shows one
 */
gboolean
psg_document_pane_find (PsgDocumentPane *self)
{
  g_return_val_if_fail (PSG_IS_DOCUMENT_PANE (self), FALSE);

  return gtk_widget_activate_action (gtk_stack_get_visible_child (self->stack), "reader.find", NULL);
}
