namespace FsmKit.Http;

/// <summary>Which transfer codings we read: <c>chunked</c>, once, alone (RFC 9112 §6.1, §7).</summary>
internal static class TransferCodings
{
    public static HttpFault Check(HttpFields fields)
    {
        var (hasOther, isChunked) = (false, false);
        foreach (var field in fields)
        {
            if (field.Known != KnownHeader.TransferEncoding)
            {
                continue;
            }

            foreach (var coding in new ListElements(field.Value))
            {
                if (isChunked || !IsCoding(coding))
                {
                    return HttpFault.Bad(isChunked
                        ? "Another transfer coding follows chunked." : "Transfer-Encoding is not a list of codings.");
                }

                isChunked = Octets.AreSame(coding, "chunked"u8);
                hasOther |= !isChunked;
            }
        }

        return !isChunked ? HttpFault.Bad("The last transfer coding is not chunked.")
            : hasOther ? new HttpFault(501, "A transfer coding that is not chunked.")
            : default;
    }

    /// <summary>Whether a list of codings names one of them, with or without parameters.</summary>
    public static bool Names(ReadOnlySpan<byte> list, ReadOnlySpan<byte> coding)
    {
        foreach (var element in new ListElements(list))
        {
            var end = element.IndexOf((byte)';');
            if (Octets.AreSame(end < 0 ? element : Octets.Trim(element[..end]), coding))
            {
                return true;
            }
        }

        return false;
    }

    // A token, and parameters behind it, which chunked does not have.
    private static bool IsCoding(ReadOnlySpan<byte> coding)
    {
        var end = coding.IndexOf((byte)';');
        return Octets.AreToken(end < 0 ? coding : Octets.Trim(coding[..end]));
    }
}
