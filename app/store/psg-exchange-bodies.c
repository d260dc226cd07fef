/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-format.h"

#include <string.h>

/* What an annotation says: bodies (W3C Web Annotation, 3.2), as other programs write them too. */

/* Classes whose items are bodies themselves (3.2.7, 4.4, and the older drafts). */
static const char *const lists[] = { "Choice", "Composite", "List", "Independents", NULL };

static const char *
get_type (const PsgJson *json)
{
  const PsgJson *type = psg_json_get (json, "type");

  if (type == NULL)
    type = psg_json_get (json, "@type");
  if (psg_exchange_get_n (type) == 0)
    return NULL;
  type = psg_exchange_get_nth (type, 0);

  return type->kind == PSG_JSON_STRING ? type->string : NULL;
}

static gboolean
has_word (const PsgJson *json,
          const char    *member,
          const char    *word)
{
  const PsgJson *words = psg_json_get (json, member);

  for (guint i = 0; i < psg_exchange_get_n (words); i++)
    {
      const PsgJson *each = psg_exchange_get_nth (words, i);

      if (each->kind == PSG_JSON_STRING && g_str_has_suffix (each->string, word))
        return TRUE;
    }

  return FALSE;
}

/* Text: a comment, a tag, or a link that is no IRI. */
static void
take_text (PsgExchangeItem *item,
           const PsgJson   *json,
           const char      *value)
{
  if (has_word (json, "purpose", "tagging") || (item->only_tags && psg_json_get (json, "purpose") == NULL))
    psg_exchange_item_add_tag (item, value);
  else if (has_word (json, "purpose", "linking"))
    psg_exchange_item_add_link (item, value);
  else
    psg_exchange_item_add_body (item, value);

  /* Markdown is text; of another format the source is kept. */
  if (has_word (json, "format", "html"))
    psg_exchange_item_leave_out (item, "text/html");
}

static void
take_resource (PsgExchangeItem *item,
               const PsgJson   *json)
{
  const PsgJson *source = psg_json_get (json, "source");
  const char *iri = psg_exchange_get_string (json, "source");

  if (source != NULL && source->kind == PSG_JSON_OBJECT)
    iri = psg_exchange_get_string (source, "id");
  if (iri == NULL)
    iri = psg_exchange_get_string (json, "id");
  if (iri == NULL)
    iri = psg_exchange_get_string (json, "@id");

  if (iri != NULL)
    psg_exchange_item_add_link (item, iri);
  else
    psg_exchange_item_leave_out (item, "body");
  if (psg_json_get (json, "selector") != NULL)
    psg_exchange_item_leave_out (item, "body.selector");
}

/**
 * psg_exchange_read_body:
 * @item: an item
 * @json: (nullable): a body, or an array of them
 *
 * Text becomes the note's, tags become tags, and other things are linked to.
 */
void
psg_exchange_read_body (PsgExchangeItem *item,
                        const PsgJson   *json)
{
  for (guint i = 0; i < psg_exchange_get_n (json); i++)
    {
      const PsgJson *each = psg_exchange_get_nth (json, i);
      const char *type = get_type (each);
      const char *value = psg_exchange_get_string (each, "value");

      /* The representation of content in RDF, before the Recommendation. */
      if (value == NULL)
        value = psg_exchange_get_string (each, "chars");

      if (each->kind == PSG_JSON_STRING && psg_exchange_is_iri (each->string))
        psg_exchange_item_add_link (item, each->string);
      else if (each->kind == PSG_JSON_STRING)
        psg_exchange_item_add_body (item, each->string);
      else if (each->kind != PSG_JSON_OBJECT)
        psg_exchange_item_leave_out (item, "body");
      else if (type != NULL && g_strv_contains (lists, type))
        psg_exchange_read_body (item, psg_json_get (each, "items"));
      else if (value != NULL)
        take_text (item, each, value);
      else
        take_resource (item, each);
    }
}
