/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-page.h"

#include <glib/gi18n-lib.h>

#include "psg-accounts-page.h"
#include "psg-claim-card.h"
#include "psg-event-account.h"
#include "psg-mark.h"
#include "psg-own-collection.h"
#include "psg-record-rows.h"
#include "psg-reference.h"
#include "psg-rows.h"
#include "psg-tint.h"

/*
 * An event's page: what it is on top, then a tab for the account, one for what was claimed and
 * one for where it is from. A tab that would be empty is not there.
 */

#define TAB_ACCOUNT "account"
#define TAB_CLAIMS "claims"
#define TAB_SOURCES "sources"

struct _PsgEventPage
{
  PsgPageView parent_instance;

  /* owned */
  PsgSession *session;
  PsgEvent *event;

  /* borrowed */
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (PsgEventPage, psg_event_page, PSG_TYPE_PAGE_VIEW)

static PsgCollection *
get_collection (PsgEventPage *self)
{
  return psg_session_get_collection (self->session);
}

/* Few enough are said in words. */
static char *
describe_crossings (PsgEventPage *self)
{
  static const char *const words[] = {
    NULL, NULL, N_("two crossings"), N_("three crossings"), N_("four crossings"), N_("five crossings"),
    N_("six crossings"), N_("seven crossings"), N_("eight crossings"), N_("nine crossings"),
  };
  guint n = self->event->crossings != NULL ? g_strv_length (self->event->crossings) : 0;
  const PsgCrossing *crossing;

  if (n == 0)
    return g_strdup ("");

  crossing = psg_collection_find_crossing (get_collection (self), self->event->crossings[0]);
  if (n == 1 && crossing != NULL)
    return g_strdup (psg_text_get (crossing->short_name));
  if (n > 1 && n < G_N_ELEMENTS (words))
    return g_strdup (_(words[n]));

  return g_strdup_printf (ngettext ("%u crossing", "%u crossings", n), n);
}

static const char *
get_place_name (PsgEventPage *self)
{
  const PsgPlace *place;

  if (self->event->place == NULL)
    return "";

  place = psg_collection_find_place (get_collection (self), self->event->place);

  return place != NULL ? psg_text_get (place->name) : "";
}

/* An own event is edited on the page of the note that it is. */
static void
add_edit (PsgEventPage *self,
          GtkBox       *header)
{
  const PsgNote *own = psg_collection_find_own (get_collection (self), self->event->id);
  g_autofree char *link = own != NULL ? g_strconcat ("note:", own->id, NULL) : NULL;
  GtkWidget *button;

  if (own == NULL)
    return;

  button = psg_follow_button_new (self->session, link, gtk_label_new (_("Edit Event")));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  gtk_box_append (header, button);
}

/* "1 March 2024 · two crossings · well sourced" */
static char *
describe_event (PsgEventPage *self)
{
  g_autofree char *date = psg_edtf_format_display (self->event->date);
  g_autofree char *certainty = psg_edtf_describe_certainty (self->event->date);
  g_autofree char *crossings = describe_crossings (self);

  /* Crossings say where already. */
  return psg_join_facts (psg_own_event_is_id (self->event->id) ? _("your own event") : "", date,
                         certainty != NULL ? certainty : "",
                         *crossings != '\0' ? "" : get_place_name (self),
                         crossings,
                         psg_confidence_get_label (self->event->confidence),
                         NULL);
}

static void
add_reference (PsgEventPage *self,
               GtkBox       *header)
{
  g_autoptr (GPtrArray) texts = psg_reference_texts_new (self->event->title);

  psg_reference_texts_add (texts, self->event->date_note);
  psg_reference_texts_add (texts, self->event->summary);
  for (guint i = 0; self->event->accounts != NULL && i < self->event->accounts->len; i++)
    {
      const PsgAccount *account = g_ptr_array_index (self->event->accounts, i);

      psg_reference_texts_add (texts, account->who);
      psg_reference_texts_add (texts, account->says);
    }

  psg_reference_add (header, texts);
}

static void
add_header (PsgEventPage *self,
            GtkBox       *content)
{
  const PsgLane *lane = g_ptr_array_index (psg_collection_get_lanes (get_collection (self)), self->event->lane);
  g_autofree char *caps = g_utf8_strup (psg_text_get (lane->name), -1);
  g_autofree char *facts = describe_event (self);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = psg_label_new (caps, "page-kicker");

  psg_tint_lane (GTK_LABEL (label), lane);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, psg_text_get (lane->name), -1);

  gtk_widget_add_css_class (header, "page-header");
  gtk_box_append (GTK_BOX (header), label);
  gtk_box_append (GTK_BOX (header), psg_title_new (psg_text_get (self->event->title)));
  gtk_box_append (GTK_BOX (header), psg_label_new (facts, "page-facts"));
  if (self->event->date_note != NULL)
    gtk_box_append (GTK_BOX (header), psg_label_new (psg_text_get (self->event->date_note), "page-note"));
  add_reference (self, GTK_BOX (header));
  add_edit (self, GTK_BOX (header));
  gtk_box_append (content, header);
}

static GtkWidget *
new_claims (PsgEventPage *self,
            guint        *n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *compare = psg_accounts_button_new (self->session, PSG_KIND_EVENT, self->event->id);

  *n = 0;
  gtk_widget_add_css_class (box, "page-tab");
  if (compare != NULL)
    gtk_box_append (GTK_BOX (box), compare);

  for (guint i = 0; self->event->claims != NULL && self->event->claims[i] != NULL; i++)
    {
      g_autoptr (PsgClaim) claim = NULL;

      claim = psg_collection_load_claim (get_collection (self), self->event->claims[i], NULL);
      if (claim == NULL)
        continue;

      gtk_box_append (GTK_BOX (box), psg_claim_card_new (self->session, claim));
      (*n)++;
    }

  return box;
}

static GtkWidget *
new_sources (PsgEventPage *self,
             guint        *n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = psg_row_list_new (self->session);

  *n = self->event->sources != NULL ? g_strv_length (self->event->sources) : 0;
  gtk_widget_add_css_class (box, "page-tab");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sources"), -1);
  gtk_box_append (GTK_BOX (box), list);

  for (guint i = 0; i < *n; i++)
    psg_row_add_source (list, self->session, self->event->sources[i]);

  return box;
}

static void
add_tab (PsgEventPage *self,
         const char   *name,
         const char   *format,
         guint         n,
         GtkWidget    *child)
{
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *title = NULL;

  if (n == 0)
    {
      g_object_ref_sink (child);
      g_object_unref (child);
      return;
    }

  title = g_strdup_printf ("%s %s", format, count);
  gtk_stack_add_titled (self->stack, child, name, title);
}

/* Each tab as wide as its words, and less where there is no room: in some languages they are
 * longer than a small window is wide. */
static void
let_narrow (GtkWidget *switcher)
{
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (switcher)), FALSE);

  for (GtkWidget *tab = gtk_widget_get_first_child (switcher); tab != NULL; tab = gtk_widget_get_next_sibling (tab))
    {
      GtkWidget *label = gtk_widget_get_first_child (tab);

      if (!GTK_IS_LABEL (label))
        continue;
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (tab, gtk_label_get_text (GTK_LABEL (label)));
    }
}

static void
add_tabs (PsgEventPage *self,
          GtkBox       *content)
{
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *claims, *sources;
  guint n_claims, n_sources;

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_stack_set_transition_duration (self->stack, 120);

  gtk_stack_add_titled (self->stack, psg_event_account_new (self->session, self->event),
                        TAB_ACCOUNT, _("Account"));
  claims = new_claims (self, &n_claims);
  add_tab (self, TAB_CLAIMS, _("Claims"), n_claims, claims);
  sources = new_sources (self, &n_sources);
  add_tab (self, TAB_SOURCES, _("Sources"), n_sources, sources);

  gtk_widget_add_css_class (switcher, "page-tabs");
  gtk_widget_set_halign (switcher, GTK_ALIGN_FILL);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  let_narrow (switcher);
  gtk_box_append (content, switcher);
  gtk_box_append (content, GTK_WIDGET (self->stack));
}

static void
psg_event_page_dispose (GObject *object)
{
  PsgEventPage *self = PSG_EVENT_PAGE (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_event_page_parent_class)->dispose (object);
}

static void
psg_event_page_finalize (GObject *object)
{
  PsgEventPage *self = PSG_EVENT_PAGE (object);

  g_clear_pointer (&self->event, psg_event_unref);

  G_OBJECT_CLASS (psg_event_page_parent_class)->finalize (object);
}

static void
psg_event_page_class_init (PsgEventPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_event_page_dispose;
  object_class->finalize = psg_event_page_finalize;
}

static void
psg_event_page_init (PsgEventPage *self)
{
}

/**
 * psg_event_page_new:
 * @session: a session with a collection
 * @event: an event of it
 *
 * Returns: (transfer floating): its page
 */
GtkWidget *
psg_event_page_new (PsgSession *session,
                    PsgEvent   *event)
{
  PsgEventPage *self = g_object_new (PSG_TYPE_EVENT_PAGE, NULL);
  GtkBox *content = psg_page_view_get_content (PSG_PAGE_VIEW (self));

  self->session = g_object_ref (session);
  self->event = psg_event_ref (event);
  add_header (self, content);
  add_tabs (self, content);

  return GTK_WIDGET (self);
}

const char *
psg_event_page_get_tab (PsgEventPage *self)
{
  g_return_val_if_fail (PSG_IS_EVENT_PAGE (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}

/**
 * psg_event_page_set_tab:
 * @self: an event's page
 * @tab: (nullable): from psg_event_page_get_tab() of another; ignored if this event has no such tab
 */
void
psg_event_page_set_tab (PsgEventPage *self,
                        const char   *tab)
{
  g_return_if_fail (PSG_IS_EVENT_PAGE (self));

  if (tab != NULL && gtk_stack_get_child_by_name (self->stack, tab) != NULL)
    gtk_stack_set_visible_child_full (self->stack, tab, GTK_STACK_TRANSITION_TYPE_NONE);
}
