/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-accounts-page.h"

#include <glib/gi18n-lib.h>

#include "psg-claim-card.h"
#include "psg-comparison.h"
#include "psg-mark.h"
#include "psg-pair-layout.h"
#include "psg-rows.h"

/*
 * Accounts compared. It sets claims beside each other and judges none: whose each is, and what was found when
 * it was checked, stands on its card. What belongs together, PsgComparison decides.
 */

/* Two columns narrower than this together are too narrow to read. */
#define LEAST 500
#define SPACING 14

struct _PsgAccountsPage
{
  PsgPageView parent_instance;

  /* owned */
  PsgSession *session;
  PsgComparison *comparison;
  PsgKind kind;
  char *id;
  guint parties[2];

  /* borrowed */
  GtkWidget *choosers[2];
  GtkWidget *body;
};

G_DEFINE_FINAL_TYPE (PsgAccountsPage, psg_accounts_page, PSG_TYPE_PAGE_VIEW)

static const PsgParty *
get_party (PsgAccountsPage *self,
           guint            side)
{
  return g_ptr_array_index (psg_comparison_get_parties (self->comparison), self->parties[side]);
}

static GtkWidget *
new_column (PsgAccountsPage *self,
            const PsgMatter *matter,
            guint            side)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  const GPtrArray *claims = matter->sides[side];

  for (guint i = 0; i < claims->len; i++)
    gtk_box_append (GTK_BOX (column), psg_claim_card_new (self->session, g_ptr_array_index (claims, i)));

  if (claims->len == 0)
    {
      /* Translators: %s is a party, such as "Belarus" */
      g_autofree char *text = g_strdup_printf (_("Nothing else by %s"), get_party (self, side)->name);

      gtk_box_append (GTK_BOX (column), psg_label_new (text, "dim-label"));
    }

  return column;
}

static void
add_matter (PsgAccountsPage *self,
            const PsgMatter *matter,
            gboolean         only)
{
  PsgEventTable *events = psg_collection_get_events (psg_session_get_collection (self->session));
  GtkWidget *section, *pair = psg_pair_new (SPACING, LEAST);
  const char *heading;

  if (matter->row != PSG_ROW_NONE)
    heading = psg_event_table_get_title (events, matter->row);
  else
    heading = only ? _("What each claims") : _("What else each claims");

  section = psg_section_new (GTK_BOX (self->body), heading);
  for (guint side = 0; side < 2; side++)
    gtk_box_append (GTK_BOX (pair), new_column (self, matter, side));
  gtk_box_append (GTK_BOX (section), pair);
}

static void
fill_body (PsgAccountsPage *self)
{
  g_autoptr (GPtrArray) matters = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->body)) != NULL)
    gtk_box_remove (GTK_BOX (self->body), child);

  matters = psg_comparison_list_matters (self->comparison, self->parties[0], self->parties[1]);
  for (guint i = 0; i < matters->len; i++)
    add_matter (self, g_ptr_array_index (matters, i), matters->len == 1);
}

static void party_chosen_cb (PsgAccountsPage *self);

static void
show_choice (PsgAccountsPage *self)
{
  for (guint side = 0; side < 2; side++)
    {
      g_signal_handlers_block_by_func (self->choosers[side], party_chosen_cb, self);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choosers[side]), self->parties[side]);
      g_signal_handlers_unblock_by_func (self->choosers[side], party_chosen_cb, self);
    }
  fill_body (self);
}

/* Whoever is chosen on both sides changes places with whom it takes the place of. The choice is the session's,
 * so that one comes back to it. */
static void
party_chosen_cb (PsgAccountsPage *self)
{
  guint chosen[2];
  g_autofree char *parties = NULL;

  for (guint side = 0; side < 2; side++)
    chosen[side] = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choosers[side]));
  if (chosen[0] == chosen[1])
    {
      guint other = chosen[0] == self->parties[1] ? 1 : 0;

      chosen[other] = self->parties[1 - other];
    }

  self->parties[0] = chosen[0];
  self->parties[1] = chosen[1];
  parties = g_strdup_printf ("%s,%s", get_party (self, 0)->id, get_party (self, 1)->id);
  psg_session_compare_accounts (self->session, self->kind, self->id, parties, NULL);
}

static void
name_made_cb (GtkListItemFactory *factory,
              GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
name_bound_cb (GtkListItemFactory *factory,
               GtkListItem        *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* A name may be longer than the pane is wide. */
static GtkListItemFactory *
new_name_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (name_made_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (name_bound_cb), NULL);

  return factory;
}

static GtkWidget *
new_chooser (PsgAccountsPage *self,
             const char      *label)
{
  GPtrArray *parties = psg_comparison_get_parties (self->comparison);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = new_name_factory ();
  GtkWidget *chooser;

  for (guint i = 0; i < parties->len; i++)
    {
      const PsgParty *party = g_ptr_array_index (parties, i);
      guint n = party->claims->len;
      /* Translators: a party, and how many claims are its */
      g_autofree char *name = g_strdup_printf (ngettext ("%s (%u claim)", "%s (%u claims)", n), party->name, n);

      gtk_string_list_append (names, name);
    }

  chooser = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (chooser), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chooser), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (chooser, "notify::selected", G_CALLBACK (party_chosen_cb), self, G_CONNECT_SWAPPED);

  return chooser;
}

static const char *
get_title (PsgAccountsPage *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  PsgEventTable *events = psg_collection_get_events (collection);

  if (self->kind == PSG_KIND_CROSSING)
    return psg_text_get (psg_collection_find_crossing (collection, self->id)->name);

  return psg_event_table_get_title (events, psg_event_table_find (events, self->id));
}

static void
add_header (PsgAccountsPage *self,
            GtkBox          *content)
{
  g_autofree char *link = g_strconcat (self->kind == PSG_KIND_EVENT ? "event:" : "crossing:", self->id, NULL);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *back;

  gtk_widget_add_css_class (header, "page-header");
  gtk_box_append (GTK_BOX (header), psg_label_new (_("ACCOUNTS COMPARED"), "page-kicker"));
  gtk_box_append (GTK_BOX (header), psg_title_new (get_title (self)));
  gtk_box_append (GTK_BOX (header),
                  psg_label_new (_("Each claim is its party's. What was found when it was checked stands below it."),
                                 "page-facts"));
  back = psg_chip_new (self->session, link, gtk_image_new_from_icon_name ("go-previous-symbolic"),
                       self->kind == PSG_KIND_EVENT ? _("The event") : _("The crossing"));
  gtk_widget_set_halign (back, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (header), back);
  gtk_box_append (content, header);
}

static void
add_choosers (PsgAccountsPage *self,
              GtkBox          *content)
{
  GtkWidget *pair = psg_pair_new (SPACING, LEAST);

  self->choosers[0] = new_chooser (self, _("First party"));
  self->choosers[1] = new_chooser (self, _("Second party"));
  gtk_box_append (GTK_BOX (pair), self->choosers[0]);
  gtk_box_append (GTK_BOX (pair), self->choosers[1]);
  gtk_widget_add_css_class (pair, "account-choosers");
  gtk_box_append (content, pair);
}

static void
psg_accounts_page_dispose (GObject *object)
{
  g_clear_object (&PSG_ACCOUNTS_PAGE (object)->session);

  G_OBJECT_CLASS (psg_accounts_page_parent_class)->dispose (object);
}

static void
psg_accounts_page_finalize (GObject *object)
{
  PsgAccountsPage *self = PSG_ACCOUNTS_PAGE (object);

  g_clear_pointer (&self->comparison, psg_comparison_free);
  g_free (self->id);

  G_OBJECT_CLASS (psg_accounts_page_parent_class)->finalize (object);
}

static void
psg_accounts_page_class_init (PsgAccountsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_accounts_page_dispose;
  object_class->finalize = psg_accounts_page_finalize;
}

static void
psg_accounts_page_init (PsgAccountsPage *self)
{
}

/**
 * psg_accounts_page_new:
 * @session: a session with a collection
 * @page: a page on which accounts are compared
 * @error: return location
 *
 * Returns: (transfer floating) (nullable): its widget; %NULL, maybe without @error set, where fewer than two
 *   parties make claims
 */
GtkWidget *
psg_accounts_page_new (PsgSession    *session,
                       const PsgPage *page,
                       GError       **error)
{
  g_autoptr (PsgComparison) comparison = NULL;
  PsgAccountsPage *self;
  const char *parties;
  GtkBox *content;

  comparison = psg_comparison_new (psg_session_get_collection (session), page->kind, page->id, error);
  if (comparison == NULL || psg_comparison_get_parties (comparison)->len < 2)
    return NULL;

  self = g_object_new (PSG_TYPE_ACCOUNTS_PAGE, NULL);
  self->session = g_object_ref (session);
  self->comparison = g_steal_pointer (&comparison);
  self->kind = page->kind;
  self->id = g_strdup (page->id);

  content = psg_page_view_get_content (PSG_PAGE_VIEW (self));
  add_header (self, content);
  add_choosers (self, content);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (content, self->body);
  psg_page_read_accounts (page->passage, &parties);
  psg_accounts_page_show_parties (self, parties);

  return GTK_WIDGET (self);
}

/**
 * psg_accounts_page_show_parties:
 * @self: a page
 * @parties: (nullable): as for psg_comparison_choose()
 */
void
psg_accounts_page_show_parties (PsgAccountsPage *self,
                                const char      *parties)
{
  g_return_if_fail (PSG_IS_ACCOUNTS_PAGE (self));

  psg_comparison_choose (self->comparison, parties, self->parties);
  show_choice (self);
}

/**
 * psg_accounts_page_get_party:
 * @self: a page
 * @side: 0 or 1
 *
 * Returns: (transfer none): the id of the party on that side
 */
const char *
psg_accounts_page_get_party (PsgAccountsPage *self,
                             guint            side)
{
  g_return_val_if_fail (PSG_IS_ACCOUNTS_PAGE (self) && side < 2, NULL);

  return get_party (self, side)->id;
}

/**
 * psg_accounts_button_new:
 * @session: a session with a collection
 * @kind: %PSG_KIND_EVENT or %PSG_KIND_CROSSING
 * @id: which
 *
 * Returns: (transfer floating) (nullable): what leads to the comparison; %NULL if there is nothing to compare
 */
GtkWidget *
psg_accounts_button_new (PsgSession *session,
                         PsgKind     kind,
                         const char *id)
{
  g_autoptr (PsgComparison) comparison = psg_comparison_new (psg_session_get_collection (session), kind, id, NULL);
  g_autofree char *link = NULL;
  GtkWidget *chip;

  if (comparison == NULL || psg_comparison_get_parties (comparison)->len < 2)
    return NULL;

  link = g_strdup_printf ("%s:%s#accounts", kind == PSG_KIND_EVENT ? "event" : "crossing", id);
  chip = psg_chip_new (session, link, gtk_image_new_from_icon_name ("view-dual-symbolic"), _("Compare accounts"));
  gtk_widget_set_halign (chip, GTK_ALIGN_START);

  return chip;
}
