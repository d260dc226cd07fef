/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-event.h"
#include "psg-exchange-format.h"

#include <string.h>

/*
 * Notes as a W3C Web Annotation collection: Web Annotation Data Model, Recommendation of
 * 23 February 2017. What the model has no words for is in a name space of our own;
 * data/notes/README.md describes it. The same notes always give the same bytes.
 */

#define CONTEXT "http://www.w3.org/ns/anno.jsonld"
#define PSG_TERMS "https://passages-app.github.io/ns/notes#"
/* Basic Geo (WGS84 lat/long) Vocabulary, W3C. */
#define WGS84_TERMS "http://www.w3.org/2003/01/geo/wgs84_pos#"
/* What `page=` means; the model names this one for PDFs (4.2.1), though RFC 8118 has followed it. */
#define PDF_FRAGMENTS "http://tools.ietf.org/rfc/rfc3778"
#define LABEL "Notes from Passages"

static gboolean
has_items (GStrv list)
{
  return list != NULL && list[0] != NULL;
}

/* The reasons for an annotation (3.3.5), in a fixed order; there is always one. */
static guint
list_motivations (const PsgNote *note,
                  const char    *motivations[5])
{
  guint n = 0;

  if (note->colour != PSG_NOTE_NO_COLOUR || note->target.kind == PSG_NOTE_ON_PASSAGE)
    motivations[n++] = "highlighting";
  if (note->bookmark)
    motivations[n++] = "bookmarking";
  if (has_items (note->tags))
    motivations[n++] = "tagging";
  if (has_items (note->links))
    motivations[n++] = "linking";
  if (*note->body != '\0' || n == 0)
    motivations[n++] = "commenting";

  return n;
}

static void
write_motivations (PsgJsonWriter *writer,
                   const PsgNote *note)
{
  const char *motivations[5];
  guint n = list_motivations (note, motivations);

  if (n == 1)
    {
      psg_json_writer_string (writer, "motivation", motivations[0]);
      return;
    }

  psg_json_writer_open (writer, "motivation", '[');
  for (guint i = 0; i < n; i++)
    psg_json_writer_string (writer, NULL, motivations[i]);
  psg_json_writer_close (writer, ']');
}

static void
write_text (PsgJsonWriter *writer,
            const char    *purpose,
            const char    *format,
            const char    *value)
{
  psg_json_writer_open (writer, NULL, '{');
  psg_json_writer_string (writer, "type", "TextualBody");
  psg_json_writer_string (writer, "purpose", purpose);
  psg_json_writer_string (writer, "format", format);
  psg_json_writer_string (writer, "value", value);
  psg_json_writer_close (writer, '}');
}

/* A link that is no IRI may not be a source: it goes as text. */
static void
write_link (PsgJsonWriter *writer,
            const char    *link)
{
  if (!psg_exchange_is_iri (link))
    {
      write_text (writer, "linking", "text/plain", link);
      return;
    }

  psg_json_writer_open (writer, NULL, '{');
  psg_json_writer_string (writer, "type", "SpecificResource");
  psg_json_writer_string (writer, "purpose", "linking");
  psg_json_writer_string (writer, "source", link);
  psg_json_writer_close (writer, '}');
}

static void
write_bodies (PsgJsonWriter *writer,
              const PsgNote *note)
{
  if (*note->body == '\0' && !has_items (note->tags) && !has_items (note->links))
    return;

  psg_json_writer_open (writer, "body", '[');
  if (*note->body != '\0')
    write_text (writer, "commenting", "text/markdown", note->body);
  for (guint i = 0; note->tags != NULL && note->tags[i] != NULL; i++)
    write_text (writer, "tagging", "text/plain", note->tags[i]);
  for (guint i = 0; note->links != NULL && note->links[i] != NULL; i++)
    write_link (writer, note->links[i]);
  psg_json_writer_close (writer, ']');
}

static gboolean
has_text (const PsgNoteTarget *target)
{
  return target->exact != NULL || target->end > 0;
}

/* The words, and where they are: two selectors of the same. */
static void
write_text_selectors (PsgJsonWriter       *writer,
                      const char          *name,
                      const PsgNoteTarget *target)
{
  psg_json_writer_open (writer, name, '[');
  if (target->exact != NULL)
    {
      psg_json_writer_open (writer, NULL, '{');
      psg_json_writer_string (writer, "type", "TextQuoteSelector");
      psg_json_writer_string (writer, "exact", target->exact);
      if (target->prefix != NULL)
        psg_json_writer_string (writer, "prefix", target->prefix);
      if (target->suffix != NULL)
        psg_json_writer_string (writer, "suffix", target->suffix);
      psg_json_writer_close (writer, '}');
    }
  psg_json_writer_open (writer, NULL, '{');
  psg_json_writer_string (writer, "type", "TextPositionSelector");
  psg_json_writer_count (writer, "start", target->start);
  psg_json_writer_count (writer, "end", target->end);
  psg_json_writer_close (writer, '}');
  psg_json_writer_close (writer, ']');
}

static void
write_selectors (PsgJsonWriter       *writer,
                 const PsgNoteTarget *target)
{
  g_autofree char *page = NULL;

  if (target->page == 0)
    {
      if (has_text (target))
        write_text_selectors (writer, "selector", target);
      return;
    }

  page = g_strdup_printf ("page=%u", target->page);
  psg_json_writer_open (writer, "selector", '{');
  psg_json_writer_string (writer, "type", "FragmentSelector");
  psg_json_writer_string (writer, "conformsTo", PDF_FRAGMENTS);
  psg_json_writer_string (writer, "value", page);
  if (has_text (target))
    write_text_selectors (writer, "refinedBy", target);
  psg_json_writer_close (writer, '}');
}

static void
write_target (PsgJsonWriter *writer,
              const PsgNote *note)
{
  const PsgNoteTarget *target = &note->target;
  g_autofree char *source = psg_exchange_dup_source (note);

  psg_json_writer_open (writer, "target", '{');
  psg_json_writer_string (writer, "type", "SpecificResource");
  psg_json_writer_string (writer, "source", source);
  write_selectors (writer, target);
  if (target->kind == PSG_NOTE_ON_PLACE || target->kind == PSG_NOTE_ON_SPAN || target->kind == PSG_NOTE_OWN_EVENT)
    psg_json_writer_string (writer, "psg:kind", psg_note_kind_get_name (target->kind));
  if (target->kind == PSG_NOTE_ON_PLACE || (note->event != NULL && note->event->has_place)
      || target->latitude != 0 || target->longitude != 0)
    {
      psg_json_writer_number (writer, "wgs84:lat", target->latitude);
      psg_json_writer_number (writer, "wgs84:long", target->longitude);
    }
  if (target->has_span)
    {
      g_autofree char *span = psg_exchange_format_span (&target->span);

      psg_json_writer_string (writer, "psg:span", span);
    }
  psg_json_writer_close (writer, '}');
}

static void
write_time (PsgJsonWriter *writer,
            const char    *name,
            gint64         time)
{
  g_autofree char *text = psg_exchange_format_time (time);

  psg_json_writer_string (writer, name, text);
}

/**
 * psg_exchange_write_annotation:
 * @writer: where to, within an array or at the root
 * @note: a note
 *
 * Writes one Annotation. Its context is the collection's.
 */
void
psg_exchange_write_annotation (PsgJsonWriter *writer,
                               const PsgNote *note)
{
  psg_json_writer_open (writer, NULL, '{');
  psg_json_writer_string (writer, "id", note->id);
  psg_json_writer_string (writer, "type", "Annotation");
  write_motivations (writer, note);
  write_time (writer, "created", note->created);
  write_time (writer, "modified", note->modified);
  write_bodies (writer, note);
  write_target (writer, note);
  if (note->event != NULL)
    psg_exchange_write_event (writer, "psg:event", note->event);
  if (note->colour != PSG_NOTE_NO_COLOUR)
    psg_json_writer_string (writer, "psg:colour", psg_note_colour_get_name (note->colour));
  if (note->status != PSG_NOTE_NO_STATUS)
    psg_json_writer_string (writer, "psg:status", psg_note_status_get_name (note->status));
  /* About what is in no collection it is said either way: that it is so is not found out when it is read. */
  if (note->review || psg_exchange_is_foreign (note))
    psg_json_writer_flag (writer, "psg:review", note->review);
  if (note->deleted != 0)
    write_time (writer, "psg:deleted", note->deleted);
  psg_json_writer_close (writer, '}');
}

static int
compare_notes (gconstpointer a,
               gconstpointer b)
{
  const PsgNote *first = *(PsgNote *const *) a;
  const PsgNote *second = *(PsgNote *const *) b;

  if (first->created != second->created)
    return first->created < second->created ? -1 : 1;

  return strcmp (first->id, second->id);
}

/* (transfer full): the collection's id, which follows from what is in it. */
static char *
make_id (GPtrArray *notes)
{
  g_autoptr (GString) ids = g_string_new (PSG_TERMS);

  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (ids, "\n%s", ((PsgNote *) g_ptr_array_index (notes, i))->id);

  return psg_note_dup_id_for (ids->str);
}

static void
write_head (PsgJsonWriter *writer,
            const char    *id,
            guint          n_notes)
{
  psg_json_writer_open (writer, "@context", '[');
  psg_json_writer_string (writer, NULL, CONTEXT);
  psg_json_writer_open (writer, NULL, '{');
  psg_json_writer_string (writer, "psg", PSG_TERMS);
  psg_json_writer_string (writer, "wgs84", WGS84_TERMS);
  psg_json_writer_close (writer, '}');
  psg_json_writer_close (writer, ']');
  psg_json_writer_string (writer, "id", id);
  psg_json_writer_string (writer, "type", "AnnotationCollection");
  psg_json_writer_string (writer, "label", LABEL);
  psg_json_writer_count (writer, "total", n_notes);
}

/* The only page (5.2). */
static gboolean
write_page (PsgJsonWriter  *writer,
            const char     *collection,
            GPtrArray      *notes,
            GCancellable   *cancellable,
            GError        **error)
{
  g_autofree char *id = g_strconcat (collection, "#page-1", NULL);

  psg_json_writer_open (writer, "first", '{');
  psg_json_writer_string (writer, "id", id);
  psg_json_writer_string (writer, "type", "AnnotationPage");
  psg_json_writer_string (writer, "partOf", collection);
  psg_json_writer_count (writer, "startIndex", 0);
  psg_json_writer_open (writer, "items", '[');
  for (guint i = 0; i < notes->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      psg_exchange_write_annotation (writer, g_ptr_array_index (notes, i));
    }
  psg_json_writer_close (writer, ']');
  psg_json_writer_close (writer, '}');

  return TRUE;
}

/**
 * psg_exchange_write_annotations:
 * @notes: (element-type PsgNote): notes without fault, in any order
 * @cancellable: (nullable): to stop it
 * @error: return location; only %G_IO_ERROR_CANCELLED
 *
 * Writes them as an AnnotationCollection, in the order in which they were written.
 *
 * Returns: (transfer full) (nullable): JSON-LD, UTF-8
 */
GBytes *
psg_exchange_write_annotations (GPtrArray     *notes,
                                GCancellable  *cancellable,
                                GError       **error)
{
  g_auto (PsgJsonWriter) writer = PSG_JSON_WRITER_INIT;
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (notes, NULL, NULL);
  g_autofree char *id = NULL;

  /* The copy borrows them. */
  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_notes);
  id = make_id (sorted);

  psg_json_writer_open (&writer, NULL, '{');
  write_head (&writer, id, sorted->len);
  if (!write_page (&writer, id, sorted, cancellable, error))
    return NULL;
  psg_json_writer_close (&writer, '}');

  return psg_json_writer_end (&writer);
}
