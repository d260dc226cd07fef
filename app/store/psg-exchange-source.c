/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-format.h"

#include "psg-deep-link.h"
#include "psg-page.h"

#include <string.h>

/*
 * What a note is about, as an IRI and selectors (W3C Web Annotation, 4.1 and 4.2), there and back.
 *
 *   source = "passages:" [ collection ] [ "/" kind "/" id ] [ "?v=" version ]
 *
 * as in psg-deep-link.h, but every part may be any text, percent-encoded: nothing a note holds is lost.
 * What is about a thing outside of every collection has that thing's own IRI.
 */

/* Where a place's link looks from. */
#define PLACE_ZOOM 10

static const struct
{
  const char *word;
  PsgNoteKind kind;
  PsgKind     leads_to;
} kinds[] = {
  { "event", PSG_NOTE_ON_EVENT, PSG_KIND_EVENT },
  { "crossing", PSG_NOTE_ON_CROSSING, PSG_KIND_CROSSING },
  { "document", PSG_NOTE_ON_PASSAGE, PSG_KIND_DOCUMENT },
};

/* @index: (out): in the table. Returns: whether notes of the kind have an id */
static gboolean
find_kind (PsgNoteKind kind,
           guint      *index)
{
  for (*index = 0; *index < G_N_ELEMENTS (kinds); (*index)++)
    if (kinds[*index].kind == kind)
      return TRUE;

  return FALSE;
}

/**
 * psg_exchange_is_iri:
 * @text: any text
 *
 * Returns: whether it is an IRI with a scheme (RFC 3987, 2.2), as far as its characters tell
 */
gboolean
psg_exchange_is_iri (const char *text)
{
  const char *end = text;

  if (!g_ascii_isalpha (*text))
    return FALSE;
  while (g_ascii_isalnum (*end) || (*end != '\0' && strchr ("+-.", *end) != NULL))
    end++;
  if (*end != ':')
    return FALSE;

  for (const char *at = end; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c <= 0x20 || (c >= 0x7f && c < 0xa0) || g_unichar_isspace (c) || (c < 0x80 && strchr ("<>\"{}|\\^`", c)))
        return FALSE;
    }

  return TRUE;
}

/* Whether a note is about something that no collection has, and that has an address of its own. */
gboolean
psg_exchange_is_foreign (const PsgNote *note)
{
  return note->target.kind == PSG_NOTE_ON_PASSAGE && note->collection == NULL && note->collection_version == NULL
         && psg_exchange_is_iri (note->target.id) && !psg_deep_link_is_one (note->target.id);
}

/* (transfer full): the IRI of what a note is about. */
char *
psg_exchange_dup_source (const PsgNote *note)
{
  GString *iri = g_string_new (PSG_DEEP_LINK_SCHEME ":");
  guint kind;

  if (psg_exchange_is_foreign (note))
    {
      g_string_assign (iri, note->target.id);
      return g_string_free (iri, FALSE);
    }

  if (note->collection != NULL)
    g_string_append_uri_escaped (iri, note->collection, NULL, FALSE);
  if (find_kind (note->target.kind, &kind))
    {
      g_string_append_printf (iri, "/%s/", kinds[kind].word);
      g_string_append_uri_escaped (iri, note->target.id, NULL, FALSE);
    }
  if (note->collection_version != NULL)
    {
      g_string_append (iri, "?v=");
      g_string_append_uri_escaped (iri, note->collection_version, NULL, FALSE);
    }

  return g_string_free (iri, FALSE);
}

/**
 * psg_exchange_dup_link:
 * @note: a note
 *
 * Returns: (transfer full): a link that lands on the spot, see #PsgDeepLink
 */
char *
psg_exchange_dup_link (const PsgNote *note)
{
  const PsgNoteTarget *target = &note->target;
  PsgDeepLink link = { .collection = note->collection, .version = note->collection_version, .playhead = PSG_DAY_NONE };
  g_autofree char *text = NULL;
  g_autofree char *own = NULL;
  g_autoptr (PsgDeepLink) parsed = NULL;
  guint kind;

  if (note->collection == NULL)
    return psg_exchange_dup_source (note);

  if (find_kind (target->kind, &kind))
    {
      link.kind = kinds[kind].leads_to;
      link.id = target->id;
    }
  if (target->kind == PSG_NOTE_OWN_EVENT)
    {
      link.kind = PSG_KIND_EVENT;
      link.id = own = psg_own_event_dup_id (note->id);
    }
  link.has_span = target->kind == PSG_NOTE_ON_SPAN;
  link.span = target->span;
  link.has_map = target->kind == PSG_NOTE_ON_PLACE;
  link.map = (PsgViewpoint) { target->latitude, target->longitude, PLACE_ZOOM };
  if (target->kind == PSG_NOTE_ON_PASSAGE && target->page == 0 && target->start < target->end)
    {
      link.start = target->start;
      link.end = target->end;
    }

  text = psg_deep_link_to_string (&link);
  parsed = psg_deep_link_parse (text, NULL);

  return parsed != NULL ? g_steal_pointer (&text) : psg_exchange_dup_source (note);
}

/* (transfer full) (nullable): %NULL where it is empty or no text. */
static char *
decode (const char *part)
{
  g_autofree char *text = g_uri_unescape_string (part, NULL);

  return text != NULL && *text != '\0' && g_utf8_validate (text, -1, NULL) ? g_steal_pointer (&text) : NULL;
}

/* Cuts @text at the first @mark. Returns: (nullable): what follows it */
static char *
cut (char *text,
     char  mark)
{
  char *at = strchr (text, mark);

  if (at != NULL)
    *at++ = '\0';

  return at;
}

static gboolean
take_path (PsgNote *note,
           char    *path)
{
  char *kind = cut (path, '/');
  char *id = kind != NULL ? cut (kind, '/') : NULL;

  note->collection = decode (path);
  if (*path != '\0' && note->collection == NULL)
    return FALSE;
  if (kind == NULL)
    return TRUE;

  for (guint i = 0; id != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].word, kind))
      {
        note->target.kind = kinds[i].kind;
        note->target.id = decode (id);
      }

  return note->target.id != NULL;
}

/* What a link says besides where it leads: words in a document, or a part of time or map. */
static void
take_state (PsgExchangeItem *item,
            const char      *iri)
{
  g_autoptr (PsgDeepLink) link = psg_deep_link_parse (iri, NULL);
  PsgNoteTarget *target = &item->note->target;

  if (link == NULL)
    {
      psg_exchange_item_leave_out (item, "#");
      return;
    }

  if (link->end > 0 && !item->has_position)
    {
      target->start = link->start;
      target->end = link->end;
      item->has_position = TRUE;
    }
  if (target->id == NULL && link->has_span)
    {
      target->kind = PSG_NOTE_ON_SPAN;
      target->has_span = TRUE;
      target->span = link->span;
    }
  else if (target->id == NULL && link->has_map)
    {
      target->kind = PSG_NOTE_ON_PLACE;
      target->latitude = link->map.latitude;
      target->longitude = link->map.longitude;
    }
}

static void
clear_subject (PsgNote *note)
{
  g_clear_pointer (&note->collection, g_free);
  g_clear_pointer (&note->collection_version, g_free);
  g_clear_pointer (&note->target.id, g_free);
}

/* Whether @iri is one of ours; if not, nothing of it is in the note. */
static gboolean
take_own (PsgExchangeItem *item,
          const char      *iri)
{
  g_autofree char *rest = g_strdup (iri + strlen (PSG_DEEP_LINK_SCHEME ":"));
  char *state = cut (rest, '#');
  char *query = cut (rest, '?');
  PsgNote *note = item->note;
  gboolean good = take_path (note, rest);

  if (query != NULL)
    {
      note->collection_version = g_str_has_prefix (query, "v=") ? decode (query + strlen ("v=")) : NULL;
      good = good && note->collection_version != NULL;
    }

  if (!good)
    clear_subject (note);
  else if (state != NULL)
    take_state (item, iri);

  return good;
}

/**
 * psg_exchange_take_source:
 * @item: an item
 * @iri: what it is about
 *
 * Where @iri leads to a collection as a whole, the note's kind is left to the caller, but for a link that
 * names a stretch of time or a part of the map.
 *
 * Returns: whether it leads to something that a note can be about in a collection; if not, the note is about the IRI
 */
gboolean
psg_exchange_take_source (PsgExchangeItem *item,
                          const char      *iri)
{
  if (psg_deep_link_is_one (iri) && take_own (item, iri))
    return TRUE;

  item->note->target.kind = PSG_NOTE_ON_PASSAGE;
  item->note->target.id = g_strdup (iri);

  return FALSE;
}

/* Several selectors select the same: the first of each kind is enough. */
static gboolean
take_quote (PsgExchangeItem *item,
            const PsgJson   *json)
{
  PsgNoteTarget *target = &item->note->target;
  const char *exact = psg_exchange_get_string (json, "exact");

  if (exact == NULL || target->exact != NULL)
    return FALSE;

  target->exact = g_strdup (exact);
  target->prefix = g_strdup (psg_exchange_get_string (json, "prefix"));
  target->suffix = g_strdup (psg_exchange_get_string (json, "suffix"));

  return TRUE;
}

static gboolean
take_position (PsgExchangeItem *item,
               const PsgJson   *json)
{
  guint start, end;

  if (item->has_position || !psg_exchange_get_count (json, "start", &start)
      || !psg_exchange_get_count (json, "end", &end) || start > end)
    return FALSE;

  item->note->target.start = start;
  item->note->target.end = end;
  item->has_position = TRUE;

  return TRUE;
}

/* `page=N` of a PDF (RFC 3778, 3; RFC 8118, 3), `char=M,N` of a text (RFC 5147, 2.1.1). */
static gboolean
take_fragment (PsgExchangeItem *item,
               const PsgJson   *json)
{
  const char *value = psg_exchange_get_string (json, "value");
  PsgNoteTarget *target = &item->note->target;
  gboolean taken = FALSE;
  g_auto (GStrv) parts = g_strsplit (value != NULL ? value : "", "&", 16);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint64 number;
      guint start, end;

      if (g_str_has_prefix (parts[i], "page=")
          && g_ascii_string_to_unsigned (parts[i] + strlen ("page="), 10, 1, G_MAXUINT, &number, NULL))
        {
          target->page = number;
          taken = TRUE;
        }
      else if (!item->has_position && psg_page_read_position (parts[i], &start, &end))
        {
          target->start = start;
          target->end = end;
          item->has_position = taken = TRUE;
        }
    }

  return taken;
}

/* Hypothesis's own, for PDFs: the page counted from 0. */
static gboolean
take_page (PsgExchangeItem *item,
           const PsgJson   *json)
{
  guint index;

  if (!psg_exchange_get_count (json, "index", &index) || index == G_MAXUINT)
    return FALSE;

  item->note->target.page = index + 1;

  return TRUE;
}

static const struct
{
  const char *type;
  gboolean (*take) (PsgExchangeItem *item, const PsgJson *json);
} selectors[] = {
  { "TextQuoteSelector", take_quote },
  { "TextPositionSelector", take_position },
  { "FragmentSelector", take_fragment },
  { "PageSelector", take_page },
};

static gboolean
take_one (PsgExchangeItem *item,
          const PsgJson   *json)
{
  const char *type = psg_exchange_get_string (json, "type");

  if (type == NULL)
    type = psg_exchange_get_string (json, "@type");
  for (guint i = 0; i < G_N_ELEMENTS (selectors); i++)
    if (g_strcmp0 (type, selectors[i].type) == 0 && selectors[i].take (item, json))
      return TRUE;

  psg_exchange_item_leave_out (item, type != NULL ? type : "selector");

  return FALSE;
}

/**
 * psg_exchange_take_selector:
 * @item: an item
 * @json: (nullable): a selector, or an array of them; what refines one is followed
 *
 * What is no selector of ours is named as left out.
 */
void
psg_exchange_take_selector (PsgExchangeItem *item,
                            const PsgJson   *json)
{
  for (guint i = 0; i < psg_exchange_get_n (json); i++)
    {
      const PsgJson *each = psg_exchange_get_nth (json, i);

      take_one (item, each);
      psg_exchange_take_selector (item, psg_json_get (each, "refinedBy"));
    }
}
