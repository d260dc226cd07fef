/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-citation-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * From what a collection holds to what a bibliography wants to know. How that is written down is
 * in a file for each format.
 */

/* Everything RFC 3986 lets stand in an address; all else is percent-encoded. */
#define URI_CHARACTERS ":/?#[]@!$&'()*+,;=%"

static const struct
{
  const char *name;
  const char *nick;
  const char *extension;
  char *(*write) (const PsgCitation *self);
} formats[PSG_N_CITATION_FORMATS] = {
  [PSG_CITATION_CHICAGO] = { N_("Text, Chicago notes"), "chicago", "txt", psg_citation_to_chicago },
  [PSG_CITATION_BIBTEX] = { "BibTeX", "bibtex", "bib", psg_citation_to_bibtex },
  [PSG_CITATION_CSL_JSON] = { "CSL-JSON", "csl-json", "json", psg_citation_to_csl_json },
  [PSG_CITATION_RIS] = { "RIS", "ris", "ris", psg_citation_to_ris },
};

/* Embeddings, overrides and isolates, and the marks they come with (Unicode 15.1, UAX #9). */
static gboolean
turns_direction (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
}

/* One line of text that changes nothing around it. Returns: %NULL if nothing is left. */
static char *
dup_line (const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : g_strdup ("");
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (turns_direction (c))
        continue;
      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
        {
          space = line->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (line, ' ');
      space = FALSE;
      g_string_append_unichar (line, c);
    }

  return line->len > 0 ? g_strdup (line->str) : NULL;
}

static char *
dup_address (const char *address)
{
  if (address == NULL || (!g_str_has_prefix (address, "https://") && !g_str_has_prefix (address, "http://")))
    return NULL;

  return g_uri_escape_string (address, URI_CHARACTERS, FALSE);
}

/* A text in the person's language, and which that is. */
static char *
take_text (PsgCitation   *self,
           const PsgText *text)
{
  const char *value = psg_text_get (text);

  for (guint i = 0; i < psg_text_get_n (text); i++)
    if (psg_text_get_value (text, i) == value)
      {
        g_free (self->language);
        self->language = g_strdup (psg_text_get_language (text, i));
      }

  return dup_line (value);
}

static PsgEdtf *
dup_date (PsgEdtf *date)
{
  return date != NULL ? psg_edtf_ref (date) : NULL;
}

static gboolean
not_found (GError **error)
{
  g_set_error_literal (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND,
                       _("What is to be cited is not in this collection"));

  return FALSE;
}

static gboolean
fill_event (PsgCitation   *self,
            PsgCollection *collection,
            const char    *id,
            GError       **error)
{
  guint row = psg_event_table_find (psg_collection_get_events (collection), id);
  g_autoptr (PsgEvent) event = NULL;

  if (row == PSG_ROW_NONE)
    return not_found (error);
  event = psg_collection_load_event (collection, row, error);
  if (event == NULL)
    return FALSE;

  self->title = take_text (self, event->title);
  self->date = dup_date (event->date);

  return TRUE;
}

static gboolean
fill_crossing (PsgCitation   *self,
               PsgCollection *collection,
               const char    *id,
               GError       **error)
{
  const PsgCrossing *crossing = psg_collection_find_crossing (collection, id);

  if (crossing == NULL)
    return not_found (error);
  self->title = take_text (self, crossing->name);

  return TRUE;
}

static gboolean
fill_document (PsgCitation   *self,
               PsgCollection *collection,
               const char    *id,
               GError       **error)
{
  const PsgDocument *document = psg_collection_find_document (collection, id);

  if (document == NULL)
    return not_found (error);
  self->title = take_text (self, document->title);
  self->issued = dup_date (document->date);

  return TRUE;
}

static gboolean
fill_passage (PsgCitation   *self,
              PsgCollection *collection,
              const char    *id,
              GError       **error)
{
  g_autoptr (PsgPassage) passage = psg_collection_load_passage (collection, id, error);
  g_autoptr (PsgDocument) document = NULL;
  g_autofree char *section = NULL;

  if (passage == NULL || !fill_document (self, collection, passage->document, error))
    return FALSE;

  self->quote = dup_line (passage->anchor->exact);
  document = psg_collection_load_document (collection, passage->document, NULL);
  section = document != NULL ? psg_document_dup_section (document, passage->anchor->start) : NULL;
  self->section = dup_line (section);

  return TRUE;
}

static gboolean
fill_claim (PsgCitation   *self,
            PsgCollection *collection,
            const char    *id,
            GError       **error)
{
  g_autoptr (PsgClaim) claim = psg_collection_load_claim (collection, id, error);

  if (claim == NULL)
    return FALSE;
  self->author = take_text (self, claim->speaker);
  self->title = take_text (self, claim->text);
  self->issued = dup_date (claim->date);

  return TRUE;
}

static gboolean
fill_source (PsgCitation   *self,
             PsgCollection *collection,
             const char    *id,
             GError       **error)
{
  g_autoptr (PsgSource) source = psg_collection_load_source (collection, id, error);

  if (source == NULL)
    return FALSE;
  self->title = dup_line (source->title);
  self->author = dup_line (source->author);
  self->publisher = dup_line (source->publisher);
  self->issued = dup_date (source->date);
  self->url = dup_address (source->url);
  self->archive_url = dup_address (source->archive_url);
  self->language = dup_line (source->language);

  return TRUE;
}

static gboolean
fill (PsgCitation   *self,
      PsgCollection *collection,
      const char    *id,
      GError       **error)
{
  switch (self->kind)
    {
    case PSG_KIND_NONE:
      self->title = take_text (self, psg_collection_get_info (collection)->title);
      return TRUE;
    case PSG_KIND_EVENT:
      return fill_event (self, collection, id, error);
    case PSG_KIND_CROSSING:
      return fill_crossing (self, collection, id, error);
    case PSG_KIND_DOCUMENT:
      return fill_document (self, collection, id, error);
    case PSG_KIND_PASSAGE:
      return fill_passage (self, collection, id, error);
    case PSG_KIND_CLAIM:
      return fill_claim (self, collection, id, error);
    case PSG_KIND_SOURCE:
      return fill_source (self, collection, id, error);
    case PSG_KIND_PLACE:
    case PSG_KIND_OWN:
    default:
      return not_found (error);
    }
}

/* Two collections may use one id, and so may an event and a document. */
static char *
make_key (const PsgCollectionInfo *info,
          PsgKind                  kind,
          const char              *id)
{
  static const char *const words[] = { NULL, "event", "crossing", "document", "passage", "claim", "source" };
  g_autofree char *key = NULL;

  if (kind == PSG_KIND_NONE || kind >= G_N_ELEMENTS (words))
    return g_strdup (info->id);

  key = g_strjoin ("-", info->id, words[kind], id, NULL);

  return g_strdup (g_strcanon (key, "abcdefghijklmnopqrstuvwxyz0123456789-", '-'));
}

/* Of what is in the collection by itself, this says enough; of a source, that it was found here. */
static gboolean
is_found_elsewhere (const PsgCitation *self)
{
  return self->kind == PSG_KIND_SOURCE;
}

char *
psg_citation_dup_edition (const PsgCitation *self)
{
  /* Translators: a collection's title and its version, in a citation */
  return g_strdup_printf (_("%s, version %s"), self->collection, self->version);
}

static void
add_note (GString    *notes,
          const char *format,
          ...) G_GNUC_PRINTF (2, 3);

static void
add_note (GString    *notes,
          const char *format,
          ...)
{
  va_list args;

  g_string_append (notes, notes->len > 0 ? ". " : "");
  va_start (args, format);
  g_string_append_vprintf (notes, format, args);
  va_end (args);
}

/* Returns: (nullable) (transfer full): sentences without a full stop at the end */
char *
psg_citation_dup_note (const PsgCitation *self)
{
  g_autoptr (GString) notes = g_string_new (NULL);

  if (self->quote != NULL)
    add_note (notes, _("Passage: “%s”"), self->quote);
  if (self->section != NULL)
    add_note (notes, _("Section: %s"), self->section);
  if (self->date != NULL)
    add_note (notes, _("Date of the event: %s"), psg_edtf_get_text (self->date));
  if (self->archive_url != NULL)
    add_note (notes, _("Archived at %s"), self->archive_url);
  if (is_found_elsewhere (self))
    {
      g_autofree char *edition = psg_citation_dup_edition (self);
      g_autofree char *place = g_strconcat (edition, ", ", self->link, NULL);

      add_note (notes, _("Cited in %s"), place);
    }

  return notes->len > 0 ? g_strdup (notes->str) : NULL;
}

guint
psg_citation_get_date_parts (const PsgEdtf *date,
                             gboolean       last,
                             int            parts[3])
{
  PsgEdtfFlags flags = date != NULL ? psg_edtf_get_flags (date) : 0;
  PsgPrecision precision;
  PsgDay day;

  /* Years of more than four digits, and before the year 1, are more than these formats hold. */
  if (date == NULL || (flags & (PSG_EDTF_ONE_OF | PSG_EDTF_ALL_OF)) != 0 ||
      !g_ascii_isdigit (psg_edtf_get_text (date)[0]))
    return 0;

  day = last ? psg_edtf_get_latest (date) : psg_edtf_get_earliest (date);
  precision = last ? psg_edtf_get_end_precision (date) : psg_edtf_get_start_precision (date);
  if (!psg_day_is_valid (day) || precision < PSG_PRECISION_YEAR)
    return 0;

  psg_day_to_ymd (day, &parts[0], &parts[1], &parts[2]);
  if (parts[0] < 1 || parts[0] > 9999)
    return 0;

  return precision >= PSG_PRECISION_DAY ? 3 : precision == PSG_PRECISION_MONTH ? 2 : 1;
}

/**
 * psg_citation_new:
 * @collection: a collection
 * @kind: what is cited
 * @id: (nullable): which; %NULL for %PSG_KIND_NONE
 * @link: a lasting link to it
 * @accessed: today
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what there is to say of it
 */
PsgCitation *
psg_citation_new (PsgCollection *collection,
                  PsgKind        kind,
                  const char    *id,
                  const char    *link,
                  PsgDay         accessed,
                  GError       **error)
{
  g_autoptr (PsgCitation) self = g_new0 (PsgCitation, 1);
  const PsgCollectionInfo *info;

  g_return_val_if_fail (PSG_IS_COLLECTION (collection), NULL);
  g_return_val_if_fail (link != NULL, NULL);
  g_return_val_if_fail ((kind == PSG_KIND_NONE) == (id == NULL), NULL);

  info = psg_collection_get_info (collection);
  self->kind = kind;
  self->key = make_key (info, kind, id);
  self->collection = dup_line (psg_text_get (info->title));
  self->version = dup_line (info->version);
  self->link = g_strdup (link);
  self->accessed = accessed;

  if (!fill (self, collection, id, error))
    return NULL;

  /* What a collection leaves empty is called by its key rather than by nothing. */
  if (self->title == NULL)
    self->title = g_strdup (self->key);
  if (self->collection == NULL)
    self->collection = g_strdup (info->id);
  if (self->version == NULL)
    self->version = g_strdup ("0");

  return g_steal_pointer (&self);
}

void
psg_citation_free (PsgCitation *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self->author);
  g_free (self->publisher);
  g_clear_pointer (&self->issued, psg_edtf_unref);
  g_clear_pointer (&self->date, psg_edtf_unref);
  g_free (self->url);
  g_free (self->archive_url);
  g_free (self->language);
  g_free (self->quote);
  g_free (self->section);
  g_free (self->collection);
  g_free (self->version);
  g_free (self->link);
  g_free (self);
}

/**
 * psg_citation_to_string:
 * @self: what is cited
 * @format: how to write it
 *
 * Returns: (transfer full): the citation, UTF-8, with the format's line ends and one at the end;
 *   %PSG_CITATION_CHICAGO is one line without
 */
char *
psg_citation_to_string (const PsgCitation *self,
                        PsgCitationFormat  format)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (format < PSG_N_CITATION_FORMATS, NULL);

  return formats[format].write (self);
}

/* As the person sees it. */
const char *
psg_citation_format_get_name (PsgCitationFormat format)
{
  g_return_val_if_fail (format < PSG_N_CITATION_FORMATS, NULL);

  return _(formats[format].name);
}

/* As settings have it. */
const char *
psg_citation_format_get_nick (PsgCitationFormat format)
{
  g_return_val_if_fail (format < PSG_N_CITATION_FORMATS, NULL);

  return formats[format].nick;
}

/* Of a file's name, without the point. */
const char *
psg_citation_format_get_extension (PsgCitationFormat format)
{
  g_return_val_if_fail (format < PSG_N_CITATION_FORMATS, NULL);

  return formats[format].extension;
}

PsgCitationFormat
psg_citation_format_from_nick (const char *nick)
{
  for (guint i = 0; i < PSG_N_CITATION_FORMATS; i++)
    if (g_strcmp0 (formats[i].nick, nick) == 0)
      return i;

  return PSG_CITATION_CHICAGO;
}
