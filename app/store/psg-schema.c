/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-schema.h"

#include <string.h>

/* What can be asked of any schema, whatever its records are. The schemas
 * themselves are in psg-schema-tables.c. */

/* "event", for messages. */
const char *
psg_thing_get_label (PsgThing thing)
{
  static const char *const labels[] = {
    "thing", "lane", "era", "source", "actor", "place",
    "crossing", "event", "claim", "document", "passage", "lesson",
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (labels) == PSG_N_THINGS);

  return labels[thing];
}

const char *
psg_field_get_column (const PsgField *field)
{
  return field->column != NULL ? field->column : field->member;
}

static void
each_column (const PsgField *fields,
             guint           n_fields,
             PsgFieldFunc    func,
             gpointer        data)
{
  for (guint i = 0; i < n_fields; i++)
    {
      const PsgField *field = &fields[i];

      if (field->type == PSG_FIELD_OBJECT)
        each_column (field->inner, field->n_inner, func, data);
      else if (field->type != PSG_FIELD_IDS && field->type != PSG_FIELD_LIST
               && (field->flags & PSG_FIELD_NO_COLUMN) == 0)
        func (field, data);
    }
}

/**
 * psg_schema_each_column:
 * @self: a schema
 * @func: called for every field that is one column of the table, in order
 * @data: for @func
 */
void
psg_schema_each_column (const PsgSchema *self,
                        PsgFieldFunc     func,
                        gpointer         data)
{
  each_column (self->fields, self->n_fields, func, data);
}

static void
each_of_type (const PsgSchema *self,
              PsgFieldType     type,
              PsgFieldFunc     func,
              gpointer         data)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (self->fields[i].type == type && (self->fields[i].flags & PSG_FIELD_NO_COLUMN) == 0)
      func (&self->fields[i], data);
}

/* Calls @func for every field that is a link table. */
void
psg_schema_each_link (const PsgSchema *self,
                      PsgFieldFunc     func,
                      gpointer         data)
{
  each_of_type (self, PSG_FIELD_IDS, func, data);
}

/* Calls @func for every field whose records have a table of their own. */
void
psg_schema_each_list (const PsgSchema *self,
                      PsgFieldFunc     func,
                      gpointer         data)
{
  each_of_type (self, PSG_FIELD_LIST, func, data);
}

static void
clear_field (const PsgField *field,
             gpointer        record)
{
  switch (field->type)
    {
    case PSG_FIELD_ID:
    case PSG_FIELD_STRING:
    case PSG_FIELD_URL:
    case PSG_FIELD_TAG:
    case PSG_FIELD_VERSION:
    case PSG_FIELD_WORD:
    case PSG_FIELD_REF:
      g_clear_pointer (&PSG_FIELD_AT (char *, field, record), g_free);
      break;
    case PSG_FIELD_TEXT:
      g_clear_pointer (&PSG_FIELD_AT (PsgText *, field, record), psg_text_unref);
      break;
    case PSG_FIELD_DATE:
    case PSG_FIELD_INTERVAL:
      g_clear_pointer (&PSG_FIELD_AT (PsgEdtf *, field, record), psg_edtf_unref);
      break;
    case PSG_FIELD_IDS:
    case PSG_FIELD_STRINGS:
    case PSG_FIELD_TAGS:
      g_clear_pointer (&PSG_FIELD_AT (GStrv, field, record), g_strfreev);
      break;
    case PSG_FIELD_LIST:
      g_clear_pointer (&PSG_FIELD_AT (GPtrArray *, field, record), g_ptr_array_unref);
      break;
    case PSG_FIELD_OBJECT:
      for (guint i = 0; i < field->n_inner; i++)
        clear_field (&field->inner[i], record);
      break;
    default:
      break;
    }
}

/**
 * psg_schema_clear_record:
 * @self: a schema
 * @record: a record that has no function of its own to free its fields
 *
 * Frees what the fields own, and leaves the record itself.
 */
void
psg_schema_clear_record (const PsgSchema *self,
                         gpointer         record)
{
  for (guint i = 0; i < self->n_fields; i++)
    clear_field (&self->fields[i], record);
}
