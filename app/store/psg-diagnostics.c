/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-diagnostics.h"

/* A sorted list of mistakes. It neither finds nor prints them. */

struct _PsgDiagnostics
{
  GPtrArray *mistakes;
  gboolean   sorted;
};

static void
free_mistake (gpointer data)
{
  PsgMistake *mistake = data;

  g_free (mistake->file);
  g_free (mistake->field);
  g_free (mistake->message);
  g_free (mistake);
}

static int
compare_mistakes (gconstpointer a,
                  gconstpointer b)
{
  const PsgMistake *first = *(PsgMistake *const *) a;
  const PsgMistake *second = *(PsgMistake *const *) b;
  int order = g_strcmp0 (first->file, second->file);

  if (order == 0 && first->line != second->line)
    order = first->line < second->line ? -1 : 1;
  if (order == 0)
    order = g_strcmp0 (first->field, second->field);

  return order != 0 ? order : g_strcmp0 (first->message, second->message);
}

static void
sort_mistakes (PsgDiagnostics *self)
{
  if (self->sorted)
    return;

  g_ptr_array_sort (self->mistakes, compare_mistakes);
  for (guint i = self->mistakes->len; i > 1; i--)
    if (compare_mistakes (&self->mistakes->pdata[i - 1], &self->mistakes->pdata[i - 2]) == 0)
      g_ptr_array_remove_index (self->mistakes, i - 1);

  self->sorted = TRUE;
}

PsgDiagnostics *
psg_diagnostics_new (void)
{
  PsgDiagnostics *self = g_new0 (PsgDiagnostics, 1);

  self->mistakes = g_ptr_array_new_with_free_func (free_mistake);

  return self;
}

void
psg_diagnostics_free (PsgDiagnostics *self)
{
  g_ptr_array_unref (self->mistakes);
  g_free (self);
}

/**
 * psg_diagnostics_add:
 * @self: the list
 * @file: path below the folder
 * @line: from 1; 0 stands for the file as a whole and is shown as 1
 * @field: (nullable): which member
 * @format: what is wrong, and what was expected, as for printf()
 * @...: its arguments
 */
void
psg_diagnostics_add (PsgDiagnostics *self,
                     const char     *file,
                     guint           line,
                     const char     *field,
                     const char     *format,
                     ...)
{
  PsgMistake *mistake = g_new0 (PsgMistake, 1);
  g_autofree char *message = NULL;
  va_list args;

  mistake->file = g_strdup (file);
  mistake->line = MAX (line, 1);
  mistake->field = field != NULL && *field != '\0' ? g_strdup (field) : NULL;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  /* A value that was quoted in part may have been cut within a character. */
  mistake->message = g_utf8_make_valid (message, -1);

  g_ptr_array_add (self->mistakes, mistake);
  self->sorted = FALSE;
}

guint
psg_diagnostics_get_n (PsgDiagnostics *self)
{
  sort_mistakes (self);

  return self->mistakes->len;
}

const PsgMistake *
psg_diagnostics_get (PsgDiagnostics *self,
                     guint           index)
{
  sort_mistakes (self);
  g_return_val_if_fail (index < self->mistakes->len, NULL);

  return g_ptr_array_index (self->mistakes, index);
}

/**
 * psg_diagnostics_to_string:
 * @self: the list
 *
 * Returns: (transfer full): one line a mistake: `file:line: field: message`
 */
char *
psg_diagnostics_to_string (PsgDiagnostics *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < psg_diagnostics_get_n (self); i++)
    {
      const PsgMistake *each = psg_diagnostics_get (self, i);

      g_string_append_printf (out, "%s:%u: ", each->file, each->line);
      if (each->field != NULL)
        g_string_append_printf (out, "%s: ", each->field);
      g_string_append_printf (out, "%s\n", each->message);
    }

  return g_string_free (out, FALSE);
}
