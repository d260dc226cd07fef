/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-json-private.h"

/* A JSON value once it has been read. How it is read is in psg-json-parse.c. */

void
psg_json_member_clear (PsgJsonMember *self)
{
  g_free (self->name);
  g_clear_pointer (&self->value, psg_json_free);
}

void
psg_json_free (PsgJson *self)
{
  if (self->kind == PSG_JSON_STRING)
    g_free (self->string);
  else if (self->kind == PSG_JSON_ARRAY)
    g_clear_pointer (&self->items, g_ptr_array_unref);
  else if (self->kind == PSG_JSON_OBJECT)
    g_clear_pointer (&self->members, g_array_unref);

  g_free (self);
}

/**
 * psg_json_get:
 * @self: a value
 * @member: a name
 *
 * Returns: (transfer none) (nullable): the first member of that name, if @self is
 *   an object that has one
 */
PsgJson *
psg_json_get (const PsgJson *self,
              const char    *member)
{
  if (self->kind != PSG_JSON_OBJECT)
    return NULL;

  for (guint i = 0; i < self->members->len; i++)
    {
      PsgJsonMember *each = &g_array_index (self->members, PsgJsonMember, i);

      if (g_str_equal (each->name, member))
        return each->value;
    }

  return NULL;
}

/* "an object", for messages. */
const char *
psg_json_kind_get_label (PsgJsonKind kind)
{
  static const char *const labels[] = { "null", "true or false", "a number", "a string", "an array", "an object" };

  return labels[kind];
}
