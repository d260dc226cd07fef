/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  PSG_JSON_NULL,
  PSG_JSON_BOOLEAN,
  PSG_JSON_NUMBER,
  PSG_JSON_STRING,
  PSG_JSON_ARRAY,
  PSG_JSON_OBJECT,
} PsgJsonKind;

typedef struct _PsgJson PsgJson;

/**
 * PsgJsonMember:
 * @name: its name
 * @line: where the name stands, from 1
 * @value: its value
 * @again: whether a member before it in the same object has the same name
 */
typedef struct
{
  char    *name;
  guint    line;
  PsgJson *value;
  gboolean again;
} PsgJsonMember;

/**
 * PsgJson:
 * @kind: which of the fields below is meant
 * @line: where it begins, from 1
 * @boolean: a boolean's value
 * @number: a number's value
 * @string: a string's value: UTF-8 without U+0000
 * @items: (element-type PsgJson): an array's items
 * @members: (element-type PsgJsonMember): an object's members, in order
 * @text: (nullable): where it stands, in an outline
 * @length: how many bytes it takes there
 *
 * A JSON value (RFC 8259) that knows where it stood.
 */
struct _PsgJson
{
  PsgJsonKind kind;
  guint       line;
  union
  {
    gboolean   boolean;
    double     number;
    char      *string;
    GPtrArray *items;
    GArray    *members;
  };
  const char *text;
  gsize       length;
};

PsgJson    *psg_json_parse    (const char *text, gsize length, guint *error_line, GError **error);
PsgJson    *psg_json_outline  (const char *text, gsize length, guint most, guint *error_line, GError **error);
PsgJson    *psg_json_complete (const PsgJson *self);
void        psg_json_free     (PsgJson *self);
PsgJson    *psg_json_get      (const PsgJson *self, const char *member);
const char *psg_json_kind_get_label (PsgJsonKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgJson, psg_json_free)

G_END_DECLS
