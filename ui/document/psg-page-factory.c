/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-page-factory.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "psg-accounts-page.h"
#include "psg-claim-page.h"
#include "psg-collection-page.h"
#include "psg-crossing-page.h"
#include "psg-document-page.h"
#include "psg-event-page.h"
#include "psg-own-event.h"
#include "psg-own-page.h"
#include "psg-page-view.h"
#include "psg-source-page.h"

/* Which page shows what. Loading happens here, and so does saying that it failed. */

static GtkWidget *
new_status (const char *icon,
            const char *title,
            const char *description)
{
  GtkWidget *page = adw_status_page_new ();
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), escaped);
  gtk_widget_add_css_class (page, "compact");

  return page;
}

static GtkWidget *
new_error (const GError *error)
{
  return new_status ("dialog-error-symbolic", _("This Page Cannot Be Shown"),
                     error != NULL ? error->message : _("It is not in this collection."));
}

static GtkWidget *
make_event (PsgSession *session,
            const char *id)
{
  PsgCollection *collection = psg_session_get_collection (session);
  guint row = psg_event_table_find (psg_collection_get_events (collection), id);
  g_autoptr (PsgEvent) event = NULL;
  g_autoptr (GError) error = NULL;

  if (row != PSG_ROW_NONE)
    event = psg_collection_load_event (collection, row, &error);
  else if (psg_own_event_is_id (id))
    return new_status ("user-trash-symbolic", _("The Event Is Gone"),
                       _("It was deleted. For thirty days it can be taken out of the bin."));

  return event != NULL ? psg_event_page_new (session, event) : new_error (error);
}

static GtkWidget *
make_crossing (PsgSession *session,
               const char *id)
{
  const PsgCrossing *crossing = psg_collection_find_crossing (psg_session_get_collection (session), id);

  return crossing != NULL ? psg_crossing_page_new (session, crossing) : new_error (NULL);
}

static GtkWidget *
make_document (PsgSession    *session,
               const PsgPage *page)
{
  g_autoptr (PsgDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *widget;

  document = psg_collection_load_document (psg_session_get_collection (session), page->id, &error);
  if (document == NULL)
    return new_error (error);

  widget = psg_document_page_new (session, document);
  psg_document_page_show_passage (PSG_DOCUMENT_PAGE (widget), page->passage);

  return widget;
}

static GtkWidget *
make_accounts (PsgSession    *session,
               const PsgPage *page)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *widget = psg_accounts_page_new (session, page, &error);

  if (widget != NULL || error != NULL)
    return widget != NULL ? widget : new_error (error);

  return new_status ("dialog-information-symbolic", _("Nothing to Compare"),
                     _("Fewer than two parties make claims on this in the collection."));
}

static GtkWidget *
make_claim (PsgSession *session,
            const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgClaim) claim = psg_collection_load_claim (psg_session_get_collection (session), id, &error);

  return claim != NULL ? psg_claim_page_new (session, claim) : new_error (error);
}

static GtkWidget *
make_source (PsgSession *session,
             const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgSource) source = psg_collection_load_source (psg_session_get_collection (session), id, &error);

  return source != NULL ? psg_source_page_new (session, source) : new_error (error);
}

static GtkWidget *
make_own (PsgSession    *session,
          const PsgPage *page)
{
  GtkWidget *widget;

  if (psg_session_get_library (session) == NULL)
    return new_status ("dialog-error-symbolic", _("This Page Cannot Be Shown"), _("Your notebook is not open."));

  widget = psg_own_page_new (session, page->id);
  psg_own_page_show_place (PSG_OWN_PAGE (widget), page->passage);

  return widget;
}

/**
 * psg_page_factory_make:
 * @session: a session
 * @page: what to show
 *
 * Returns: (transfer floating): a widget for it
 */
GtkWidget *
psg_page_factory_make (PsgSession    *session,
                       const PsgPage *page)
{
  const char *parties;

  if (psg_session_get_collection (session) == NULL)
    return new_status ("document-open-symbolic", _("No Collection Is Open"),
                       _("Open a collection to read its events and documents."));

  if (page->kind != PSG_KIND_DOCUMENT && psg_page_read_accounts (page->passage, &parties))
    return make_accounts (session, page);

  switch (page->kind)
    {
    case PSG_KIND_NONE:
      return psg_collection_page_new (session);
    case PSG_KIND_EVENT:
      return make_event (session, page->id);
    case PSG_KIND_CROSSING:
      return make_crossing (session, page->id);
    case PSG_KIND_DOCUMENT:
      return make_document (session, page);
    case PSG_KIND_CLAIM:
      return make_claim (session, page->id);
    case PSG_KIND_SOURCE:
      return make_source (session, page->id);
    case PSG_KIND_NOTE:
      /* Whoever knows of notes fills it. */
      return psg_page_view_new ();
    case PSG_KIND_OWN:
      return make_own (session, page);
    case PSG_KIND_PASSAGE:
    case PSG_KIND_PLACE:
    default:
      return new_error (NULL);
    }
}
