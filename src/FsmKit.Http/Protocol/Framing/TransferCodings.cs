namespace FsmKit.Http;

/// <summary>Checks transfer codings. Supported is <c>chunked</c>, once and alone (RFC 9112 §6.1, §7).</summary>
internal static class TransferCodings
{
    public static HttpFault Check(HttpFields fields, bool isStrict)
    {
        var (hasOther, isChunked) = (false, false);
        foreach (var field in fields)
        {
            if (field.Known != KnownHeader.TransferEncoding)
            {
                continue;
            }

            if (isStrict && HasEmpty(field.Value))
            {
                return HttpFault.Bad("Transfer-Encoding has an empty element.");
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

        return !isChunked ? HttpFault.Bad(hasOther ? "The last transfer coding is not chunked." : "Transfer-Encoding names no coding.")
            : hasOther ? new HttpFault(501, "Transfer-Encoding names a coding that is not chunked.")
            : default;
    }

    /// <summary>Returns whether an application may send this list with a body to which it has applied these codings.</summary>
    /// <param name="list">The value of <c>Transfer-Encoding</c>.</param>
    /// <param name="endsInChunks">Whether the last coding is <c>chunked</c>.</param>
    public static bool AreSendable(ReadOnlySpan<byte> list, out bool endsInChunks)
    {
        var (count, chunks) = (0, 0);
        endsInChunks = false;
        foreach (var coding in new ListElements(list))
        {
            count++;
            endsInChunks = Octets.AreSame(coding, "chunked"u8);
            chunks += endsInChunks ? 1 : 0;
            if (!IsCoding(coding))
            {
                return false;
            }
        }

        return count > 0 && chunks <= 1 && Octets.AreFieldValue(list);
    }

    /// <summary>Returns whether a list of codings names this one, with or without parameters.</summary>
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

    // A token with optional parameters; chunked has none.
    private static bool IsCoding(ReadOnlySpan<byte> coding)
    {
        var end = coding.IndexOf((byte)';');
        return Octets.AreToken(end < 0 ? coding : Octets.Trim(coding[..end])) && (end < 0 || QuotesClose(coding[end..]));
    }

    private static bool QuotesClose(ReadOnlySpan<byte> parameters)
    {
        for (var at = parameters.IndexOf((byte)'"'); at >= 0; at = parameters.IndexOf((byte)'"'))
        {
            var length = ListElements.QuotedLength(parameters[at..]);
            if (length == 0)
            {
                return false;
            }

            parameters = parameters[(at + length)..];
        }

        return true;
    }

    private static bool HasEmpty(ReadOnlySpan<byte> list)
    {
        foreach (var range in list.Split((byte)','))
        {
            if (Octets.Trim(list[range]).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }
}
