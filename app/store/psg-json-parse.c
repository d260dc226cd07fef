/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-json-private.h"

#include <math.h>
#include <string.h>

/*
 * Strict JSON (RFC 8259) into a tree in which every value and member knows its
 * line. It is not a general JSON library. json-glib is one, and was tried first
 * (1.6.6, Debian 12): it takes what is not JSON without a word: block comments,
 * single quotes, `012` (read as 10), `0x1F`, `.5`, bare line feeds and unknown
 * escapes in strings, an empty file, two roots; it changes values (numbers beyond
 * 64 bits wrap round, a string ends at \u0000); its signals come after a value
 * has been read, so the line is that of the value's end and the first of two
 * like members is gone; and 200 000 brackets overflow its stack. A thin layer
 * could mend the lines but not what it accepts (its strict mode came with 1.10).
 */

#define MAX_DEPTH 32

typedef struct
{
  const char *at;
  const char *end;
  guint       line;
  guint       depth;
  guint       most;   /* values that are kept, in an outline; 0: all of them, and what is in arrays, too */
  guint       n_kept;
  guint       arrays; /* that are open, in an outline */
  GError    **error;
} Parser;

static PsgJson *parse_value (Parser *self);

static PsgJson *
new_node (Parser      *self,
          PsgJsonKind  kind)
{
  PsgJson *node = g_new0 (PsgJson, 1);

  node->kind = kind;
  node->line = self->line;

  return node;
}

static gboolean
fail (Parser     *self,
      const char *message)
{
  if (*self->error == NULL)
    g_set_error_literal (self->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, message);

  return FALSE;
}

static void
skip_space (Parser *self)
{
  for (; self->at < self->end; self->at++)
    {
      if (*self->at == '\n')
        self->line++;
      else if (*self->at != ' ' && *self->at != '\t' && *self->at != '\r')
        return;
    }
}

static gboolean
take (Parser *self,
      char    wanted)
{
  skip_space (self);
  if (self->at == self->end || *self->at != wanted)
    return FALSE;

  self->at++;
  return TRUE;
}

static gboolean
parse_hex (Parser *self,
           guint  *unit)
{
  *unit = 0;
  if (self->end - self->at < 4)
    return fail (self, "four hexadecimal digits must follow \\u");

  for (guint i = 0; i < 4; i++, self->at++)
    {
      int digit = g_ascii_xdigit_value (*self->at);

      if (digit < 0)
        return fail (self, "four hexadecimal digits must follow \\u");
      *unit = *unit * 16 + digit;
    }

  return TRUE;
}

static gboolean
parse_unicode_escape (Parser  *self,
                      GString *out)
{
  guint unit, low;

  if (!parse_hex (self, &unit))
    return FALSE;

  if (unit >= 0xd800 && unit < 0xdc00)
    {
      if (self->end - self->at < 2 || self->at[0] != '\\' || self->at[1] != 'u')
        return fail (self, "half of a surrogate pair stands alone");
      self->at += 2;
      if (!parse_hex (self, &low))
        return FALSE;
      if (low < 0xdc00 || low > 0xdfff)
        return fail (self, "half of a surrogate pair stands alone");
      unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
  else if (unit >= 0xdc00 && unit < 0xe000)
    return fail (self, "half of a surrogate pair stands alone");

  if (unit == 0)
    return fail (self, "U+0000 may not stand in a text");

  g_string_append_unichar (out, unit);
  return TRUE;
}

static gboolean
parse_escape (Parser  *self,
              GString *out)
{
  static const char names[] = "\"\\/bfnrt";
  static const char values[] = "\"\\/\b\f\n\r\t";
  const char *found;

  if (self->at == self->end)
    return fail (self, "a string is not closed");
  if (*self->at == 'u')
    {
      self->at++;
      return parse_unicode_escape (self, out);
    }

  found = *self->at != '\0' ? strchr (names, *self->at) : NULL;
  if (found == NULL)
    return fail (self, "there is no such escape; \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX are");

  g_string_append_c (out, values[found - names]);
  self->at++;
  return TRUE;
}

/* Whether what has been read stays in the tree; within an item of an array, an outline only checks. */
static gboolean
keeps (Parser  *self,
       gboolean in_item)
{
  if (self->most == 0)
    return TRUE;

  return !in_item && self->n_kept++ <= self->most;
}

/* The opening quote has been taken. */
static char *
parse_string (Parser *self)
{
  g_autoptr (GString) out = g_string_new (NULL);

  while (self->at < self->end)
    {
      const char *run = self->at;

      while (self->at < self->end && *self->at != '"' && *self->at != '\\' && (guchar) *self->at >= 0x20)
        self->at++;
      g_string_append_len (out, run, self->at - run);

      if (self->at == self->end)
        break;
      if ((guchar) *self->at < 0x20)
        {
          fail (self, *self->at == '\n' ? "a string is not closed at the end of its line"
                                        : "a control character in a string must be written as an escape");
          return NULL;
        }
      if (*self->at++ == '"')
        return g_string_free (g_steal_pointer (&out), FALSE);
      if (!parse_escape (self, out))
        return NULL;
    }

  fail (self, "a string is not closed");
  return NULL;
}

static const char *
skip_digits (const char *at,
             const char *end)
{
  while (at < end && g_ascii_isdigit (*at))
    at++;

  return at;
}

/* Where a number ends by RFC 8259, section 6; NULL if it is none. */
static const char *
scan_number (const char *at,
             const char *end)
{
  const char *digits;

  if (at < end && *at == '-')
    at++;
  digits = at;
  at = skip_digits (at, end);
  if (at == digits || (*digits == '0' && at > digits + 1))
    return NULL;

  if (at < end && *at == '.')
    {
      digits = at + 1;
      at = skip_digits (digits, end);
      if (at == digits)
        return NULL;
    }
  if (at < end && (*at == 'e' || *at == 'E'))
    {
      at++;
      if (at < end && (*at == '+' || *at == '-'))
        at++;
      digits = at;
      at = skip_digits (digits, end);
      if (at == digits)
        return NULL;
    }

  return at;
}

static PsgJson *
parse_number (Parser *self)
{
  const char *end = scan_number (self->at, self->end);
  g_autofree char *text = NULL;
  PsgJson *node;
  double value;

  if (end == NULL)
    {
      fail (self, "this is not a value: a number, string, object, array, true, false or null is expected");
      return NULL;
    }

  text = g_strndup (self->at, end - self->at);
  value = g_ascii_strtod (text, NULL);
  if (!isfinite (value))
    {
      fail (self, "this number is too large");
      return NULL;
    }

  node = new_node (self, PSG_JSON_NUMBER);
  node->number = value;
  self->at = end;

  return node;
}

static PsgJson *
parse_array (Parser *self)
{
  g_autoptr (PsgJson) node = new_node (self, PSG_JSON_ARRAY);

  node->items = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_json_free);
  if (take (self, ']'))
    return g_steal_pointer (&node);

  self->arrays++;
  do
    {
      g_autoptr (PsgJson) item = parse_value (self);

      if (item == NULL)
        return NULL;
      if (keeps (self, self->arrays > 1))
        g_ptr_array_add (node->items, g_steal_pointer (&item));
    }
  while (take (self, ','));
  self->arrays--;

  if (take (self, ']'))
    return g_steal_pointer (&node);

  fail (self, "a comma or the end of the array is expected");
  return NULL;
}

/* Marks members whose name has been there before. */
static void
mark_repeated (PsgJson *node)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < node->members->len; i++)
    {
      PsgJsonMember *member = &g_array_index (node->members, PsgJsonMember, i);

      member->again = !g_hash_table_add (seen, member->name);
    }
}

static gboolean
parse_member (Parser  *self,
              PsgJson *object)
{
  PsgJsonMember member = { 0 };

  if (!take (self, '"'))
    return fail (self, "a member's name in double quotes is expected");

  member.line = self->line;
  member.name = parse_string (self);
  if (member.name == NULL)
    return FALSE;

  if (!take (self, ':'))
    fail (self, "a colon is expected after a member's name");
  else
    member.value = parse_value (self);

  if (member.value == NULL)
    {
      psg_json_member_clear (&member);
      return FALSE;
    }

  if (keeps (self, self->arrays > 0))
    g_array_append_val (object->members, member);
  else
    psg_json_member_clear (&member);

  return TRUE;
}

static PsgJson *
parse_object (Parser *self)
{
  g_autoptr (PsgJson) node = new_node (self, PSG_JSON_OBJECT);

  node->members = g_array_new (FALSE, FALSE, sizeof (PsgJsonMember));
  g_array_set_clear_func (node->members, (GDestroyNotify) psg_json_member_clear);
  if (take (self, '}'))
    return g_steal_pointer (&node);

  do
    if (!parse_member (self, node))
      return NULL;
  while (take (self, ','));

  if (take (self, '}'))
    {
      mark_repeated (node);
      return g_steal_pointer (&node);
    }

  fail (self, "a comma or the end of the object is expected");
  return NULL;
}

static PsgJson *
parse_word (Parser *self)
{
  static const struct
  {
    const char *word;
    PsgJsonKind kind;
    gboolean    value;
  } words[] = {
    { "true", PSG_JSON_BOOLEAN, TRUE },
    { "false", PSG_JSON_BOOLEAN, FALSE },
    { "null", PSG_JSON_NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i].word);

      if ((gsize) (self->end - self->at) >= length && memcmp (self->at, words[i].word, length) == 0)
        {
          PsgJson *node = new_node (self, words[i].kind);

          node->boolean = words[i].value;
          self->at += length;
          return node;
        }
    }

  return parse_number (self);
}

static PsgJson *
parse_nested (Parser *self)
{
  PsgJson *node;

  if (self->depth == MAX_DEPTH)
    {
      fail (self, "nested too deeply");
      return NULL;
    }

  self->depth++;
  node = *self->at++ == '{' ? parse_object (self) : parse_array (self);
  self->depth--;

  return node;
}

static PsgJson *
parse_any (Parser *self)
{
  if (*self->at == '{' || *self->at == '[')
    return parse_nested (self);

  if (*self->at == '"')
    {
      guint line = self->line;
      char *string;
      PsgJson *node;

      self->at++;
      string = parse_string (self);
      if (string == NULL)
        return NULL;

      node = new_node (self, PSG_JSON_STRING);
      node->line = line;
      node->string = string;
      return node;
    }

  return parse_word (self);
}

static PsgJson *
parse_value (Parser *self)
{
  const char *begin;
  PsgJson *node;

  skip_space (self);
  if (self->at == self->end)
    {
      fail (self, "the file ends where a value is expected");
      return NULL;
    }

  begin = self->at;
  node = parse_any (self);
  if (node != NULL && self->most > 0)
    {
      node->text = begin;
      node->length = self->at - begin;
    }

  return node;
}

static PsgJson *
parse_root (Parser  *self,
            guint   *error_line,
            GError **error)
{
  GError *local = NULL;
  g_autoptr (PsgJson) node = NULL;

  self->error = &local;
  node = parse_value (self);
  if (node != NULL)
    {
      skip_space (self);
      if (self->at == self->end)
        return g_steal_pointer (&node);
      fail (self, "something follows the end of the JSON value");
    }

  if (error_line != NULL)
    *error_line = self->line;
  g_propagate_error (error, local);

  return NULL;
}

/**
 * psg_json_parse:
 * @text: (array length=length): valid UTF-8
 * @length: in bytes
 * @error_line: (out) (optional): the line of the mistake, from 1
 * @error: what is wrong there
 *
 * Reads one strict JSON text. A member that is there twice is kept and marked.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL
 */
PsgJson *
psg_json_parse (const char  *text,
                gsize        length,
                guint       *error_line,
                GError     **error)
{
  Parser parser = { .at = text, .end = text + length, .line = 1 };

  return parse_root (&parser, error_line, error);
}

/**
 * psg_json_outline:
 * @text: (array length=length): valid UTF-8, which must outlive what is returned
 * @length: in bytes
 * @most: how many values are kept, at least 1
 * @error_line: (out) (optional): the line of the mistake, from 1
 * @error: what is wrong there; %G_IO_ERROR_NO_SPACE if there is more than is kept
 *
 * Reads one JSON text, as strictly as psg_json_parse() and all of it, but keeps the items of an array without what is
 * in them: objects and arrays there are empty. psg_json_complete() reads one of them whole. So a long list takes
 * little memory.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL
 */
PsgJson *
psg_json_outline (const char  *text,
                  gsize        length,
                  guint        most,
                  guint       *error_line,
                  GError     **error)
{
  Parser parser = { .at = text, .end = text + length, .line = 1, .most = most };
  g_autoptr (PsgJson) node = NULL;

  g_return_val_if_fail (most > 0, NULL);

  node = parse_root (&parser, error_line, error);
  if (node == NULL || parser.n_kept <= most)
    return g_steal_pointer (&node);

  if (error_line != NULL)
    *error_line = 1;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "there are more than %u values outside of an array's items",
               most);

  return NULL;
}

/**
 * psg_json_complete:
 * @self: a value of an outline
 *
 * Returns: (transfer full): the same with all that is in it
 */
PsgJson *
psg_json_complete (const PsgJson *self)
{
  Parser parser = { .at = self->text, .end = self->text + self->length, .line = self->line };
  PsgJson *node = parse_root (&parser, NULL, NULL);

  /* It has been read before. */
  g_assert (node != NULL);

  return node;
}
