using System.Diagnostics;
using System.Text;

namespace FsmKit.Http;

/// <summary>Reads the origin of a trace from the fields <c>traceparent</c> and <c>tracestate</c> (W3C Trace Context §3).</summary>
internal static class TraceContext
{
    private const int Longest = 512;

    /// <summary>
    /// Reads the parent span. A malformed, repeated or missing <c>traceparent</c> gives the default value, which begins a new trace.
    /// </summary>
    public static ActivityContext Read(HttpFields fields)
    {
        string? parent = null, state = null;
        foreach (var field in fields)
        {
            if (Octets.AreSame(field.Name, "traceparent"u8))
            {
                if (parent is not null || field.Value.Length > Longest)
                {
                    return default;
                }

                parent = Encoding.Latin1.GetString(field.Value);
            }
            else if (Octets.AreSame(field.Name, "tracestate"u8) && (state?.Length ?? 0) + field.Value.Length <= Longest)
            {
                var value = Encoding.Latin1.GetString(field.Value);
                state = state is null ? value : $"{state},{value}";
            }
        }

        return ActivityContext.TryParse(parent, state, isRemote: true, out var context) ? context : default;
    }
}
