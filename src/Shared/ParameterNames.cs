namespace FsmKit;

/// <summary>
/// Compares parameter names without regard to case, underscores and hyphens: <c>outbuf_overflow</c>, <c>outbuf-overflow</c> and <c>OutbufOverflow</c>
/// are equal.
/// </summary>
internal static class ParameterNames
{
    public static bool Same(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int l = 0, r = 0;
        while (true)
        {
            l = SkipJoints(left, l);
            r = SkipJoints(right, r);
            if (l == left.Length || r == right.Length)
            {
                return l == left.Length && r == right.Length;
            }

            if (char.ToUpperInvariant(left[l++]) != char.ToUpperInvariant(right[r++]))
            {
                return false;
            }
        }
    }

    private static int SkipJoints(ReadOnlySpan<char> name, int at)
    {
        while (at < name.Length && name[at] is '_' or '-')
        {
            at++;
        }

        return at;
    }
}
