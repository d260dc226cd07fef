/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Hypothesis's annotations as its API gives them (v1, `/api/search`: an object with `rows`), as its client
 * exports them (an object with `annotations`), and as a bare array. Read only.
 */

/* Where one of its annotations has its page. */
#define PAGE "https://hypothes.is/a/"

/* What a row may have besides what is read: it says nothing that a note could. */
static const char *const silent[] = {
  "flagged", "group", "hidden", "links", "moderation", "permissions", "user_info", NULL
};

static const PsgJson *
find_rows (const PsgJson *root)
{
  const PsgJson *rows = psg_json_get (root, "rows");

  if (rows == NULL)
    rows = psg_json_get (root, "annotations");
  if (rows == NULL)
    rows = root;

  return rows->kind == PSG_JSON_ARRAY ? rows : NULL;
}

/**
 * psg_exchange_is_hypothesis:
 * @root: a file's outline
 *
 * Returns: whether it is Hypothesis's: its rows name a `uri`, and are not typed as the W3C's are
 */
gboolean
psg_exchange_is_hypothesis (const PsgJson *root)
{
  const PsgJson *rows = find_rows (root);
  g_autoptr (PsgJson) first = NULL;

  if (rows == NULL)
    return FALSE;
  if (rows->items->len == 0)
    return rows != root;

  first = psg_exchange_complete (g_ptr_array_index (rows->items, 0), NULL);

  return first != NULL && psg_json_get (first, "uri") != NULL && psg_json_get (first, "type") == NULL;
}

/* (transfer full) (nullable): under which a row is kept: the same each time. */
static char *
dup_id (const char *id)
{
  g_autofree char *page = id != NULL ? g_strconcat (PAGE, id, NULL) : NULL;

  return page != NULL ? psg_note_dup_id_for (page) : NULL;
}

/* `acct:somebody@hypothes.is` */
static void
take_user (PsgExchangeItem *item,
           const char      *user)
{
  g_autofree char *name = NULL;
  char *at;

  if (user == NULL)
    return;

  name = g_strdup (g_str_has_prefix (user, "acct:") ? user + strlen ("acct:") : user);
  at = strchr (name, '@');
  if (at != NULL && g_str_equal (at, "@hypothes.is"))
    *at = '\0';
  psg_exchange_item_add_author (item, name);
}

static void
take_tags (PsgExchangeItem *item,
           const PsgJson   *tags)
{
  for (guint i = 0; i < psg_exchange_get_n (tags); i++)
    {
      const PsgJson *each = psg_exchange_get_nth (tags, i);

      if (each->kind == PSG_JSON_STRING)
        psg_exchange_item_add_tag (item, each->string);
      else
        psg_exchange_item_leave_out (item, "tags");
    }
}

static void
take_time (PsgExchangeItem *item,
           const PsgJson   *json,
           const char      *name,
           gint64          *time)
{
  if (psg_json_get (json, name) != NULL && !psg_exchange_parse_time (psg_exchange_get_string (json, name), time))
    psg_exchange_item_leave_out (item, name);
}

/* A page note has none. */
static void
take_selectors (PsgExchangeItem *item,
                const PsgJson   *targets)
{
  for (guint i = 0; i < psg_exchange_get_n (targets); i++)
    {
      g_autofree char *name = g_strdup_printf ("target %u", i + 1);

      if (i == 0)
        psg_exchange_take_selector (item, psg_json_get (psg_exchange_get_nth (targets, i), "selector"));
      else
        psg_exchange_item_leave_out (item, name);
    }

  /* The same range is told in several ways: one that was understood is enough. */
  if (item->note->target.exact != NULL)
    g_ptr_array_set_size (item->left_out, 0);
}

static void
take_title (PsgExchangeItem *item,
            const PsgJson   *document)
{
  const PsgJson *titles = document != NULL ? psg_json_get (document, "title") : NULL;
  const PsgJson *title = psg_exchange_get_n (titles) > 0 ? psg_exchange_get_nth (titles, 0) : NULL;

  if (title != NULL && title->kind == PSG_JSON_STRING)
    item->title = g_strdup (title->string);
}

/* A reply links to what it answers. */
static void
take_references (PsgExchangeItem *item,
                 const PsgJson   *references)
{
  const PsgJson *parent;
  g_autofree char *id = NULL;

  if (psg_exchange_get_n (references) == 0)
    return;

  parent = psg_exchange_get_nth (references, psg_exchange_get_n (references) - 1);
  id = dup_id (parent->kind == PSG_JSON_STRING ? parent->string : NULL);
  if (id != NULL)
    psg_exchange_item_add_link (item, id);
  else
    psg_exchange_item_leave_out (item, "references");
}

static void
name_the_rest (PsgExchangeItem *item,
               const PsgJson   *json)
{
  static const char *const known[] = {
    "created", "document", "id", "references", "tags", "target", "text", "updated", "uri", "user", NULL
  };

  for (guint i = 0; i < json->members->len; i++)
    {
      const PsgJsonMember *each = &g_array_index (json->members, PsgJsonMember, i);

      if (each->again || (!g_strv_contains (known, each->name) && !g_strv_contains (silent, each->name)))
        psg_exchange_item_leave_out (item, each->name);
    }
}

static void
fill_item (PsgExchangeItem *item,
           const PsgJson   *json,
           const char      *uri)
{
  PsgNote *note = item->note;
  const char *text = psg_exchange_get_string (json, "text");
  const char *id = psg_exchange_get_string (json, "id");
  gboolean own = psg_exchange_take_source (item, uri);

  take_selectors (item, psg_json_get (json, "target"));
  note->id = dup_id (id);
  if (id != NULL)
    {
      g_autofree char *page = g_strconcat (PAGE, id, NULL);

      psg_exchange_item_add_link (item, page);
    }
  if (text != NULL)
    psg_exchange_item_add_body (item, text);
  take_tags (item, psg_json_get (json, "tags"));
  take_user (item, psg_exchange_get_string (json, "user"));
  take_time (item, json, "created", &note->created);
  take_time (item, json, "updated", &note->modified);
  take_title (item, psg_json_get (json, "document"));
  take_references (item, psg_json_get (json, "references"));
  name_the_rest (item, json);

  /* A link to a collection as a whole is about nothing a note could be about. */
  if (own && note->target.id == NULL && note->target.kind == PSG_NOTE_ON_EVENT)
    {
      g_clear_pointer (&note->collection, g_free);
      g_clear_pointer (&note->collection_version, g_free);
      note->target.kind = PSG_NOTE_ON_PASSAGE;
      note->target.id = g_strdup (uri);
    }
  item->adrift = note->target.kind == PSG_NOTE_ON_PASSAGE;
}

static void
read_row (PsgExchangeReading *reading,
          const PsgJson      *json)
{
  g_auto (PsgExchangeItem) item = { NULL };
  const char *uri = psg_exchange_get_string (json, "uri");

  psg_exchange_item_init (&item, reading, json->line);
  if (uri == NULL || *uri == '\0')
    {
      psg_exchange_reading_miss (reading, json->line, _("uri: nothing is named that the annotation is about"));
      return;
    }

  fill_item (&item, json, uri);
  psg_exchange_item_take (&item);
}

/**
 * psg_exchange_read_hypothesis:
 * @reading: where they go
 * @root: the file's outline
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Returns: whether it could be read; not whether each row could
 */
gboolean
psg_exchange_read_hypothesis (PsgExchangeReading *reading,
                              const PsgJson      *root,
                              GCancellable       *cancellable,
                              GError            **error)
{
  return psg_exchange_read_items (reading, find_rows (root), read_row, cancellable, error);
}
