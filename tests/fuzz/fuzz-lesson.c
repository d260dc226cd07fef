/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lesson-json.h"

#include <stdint.h>

/* For libFuzzer: whatever is taken for a lesson has no fault, and is the same when it is written and read again.
 * Build with clang -fsanitize=fuzzer,address. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check (const PsgLesson *lesson)
{
  g_autofree char *text = psg_lesson_to_json (lesson);
  const char *fault = NULL;
  g_autoptr (PsgLesson) again = psg_lesson_parse (text, &fault);

  g_assert_null (psg_lesson_find_fault (lesson));
  g_assert_nonnull (again);
  g_assert_true (psg_lesson_equal (lesson, again));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  const char *fault = NULL;
  g_autoptr (PsgLesson) lesson = psg_lesson_parse (text, &fault);

  g_assert_true ((lesson == NULL) == (fault != NULL));
  if (lesson != NULL)
    check (lesson);

  return 0;
}
