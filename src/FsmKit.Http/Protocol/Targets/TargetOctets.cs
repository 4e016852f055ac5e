namespace FsmKit.Http;

/// <summary>Checks the octets of a request target and names the fault of a forbidden one.</summary>
internal static class TargetOctets
{
    public static HttpFault Check(ReadOnlySpan<byte> target, HttpLimits limits)
    {
        var odd = target.IndexOfAnyExcept(limits.AcceptNonAsciiTargets ? Octets.WideTarget : Octets.Target);
        if (odd >= 0)
        {
            return HttpFault.Bad(WhyNot(target[odd]));
        }

        odd = limits.StrictTargets ? target.IndexOfAnyExcept(Octets.Uri) : -1;
        return odd < 0 || target[odd] >= 0x80 ? default : HttpFault.Bad("The request target holds an octet that no URI has: it has to be escaped.");
    }

    private static string WhyNot(byte octet) => octet switch
    {
        (byte)'#' => "The request target has a fragment.",
        (byte)' ' => "The request line has more than two spaces.",
        >= 0x80 => "The request target holds an octet above 0x7F: it has to be escaped, or HttpLimits.AcceptNonAsciiTargets set.",
        _ => "The request target holds a control character.",
    };
}
