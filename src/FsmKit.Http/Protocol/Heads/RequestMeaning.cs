namespace FsmKit.Http;

/// <summary>Meaning of a request's head for the connection.</summary>
internal readonly record struct RequestMeaning(BodyFraming Body, bool KeepAlive, bool ExpectsContinue, bool WantsUpgrade)
{
    /// <summary>Checks the fields as a whole: <c>Host</c>, framing, expectations.</summary>
    public static HttpFault Find(HttpRequestHead head, HttpLimits limits, out RequestMeaning meaning)
    {
        meaning = default;
        var fault = CheckHost(head, limits);
        if (!fault.Exists)
        {
            fault = BodyFraming.OfRequest(head.Fields, head.IsHttp11, limits.StrictFraming, out var body);
            meaning = OfConnection(head, body);
        }

        if (!fault.Exists && head.Method is KnownMethod.Trace or KnownMethod.Connect && meaning.Body.Kind != BodyKind.None)
        {
            fault = HttpFault.Bad("A body with TRACE or CONNECT.");
        }

        // RFC 1945 §8.3: the body of an old client could end with its stream, and must not be read as another request.
        if (!fault.Exists && !head.IsHttp11 && head.Method is KnownMethod.Post or KnownMethod.Put && !head.Fields.Contains(KnownHeader.ContentLength))
        {
            fault = HttpFault.Bad("POST or PUT in HTTP/1.0 without Content-Length.");
        }

        return fault.Exists || !head.IsHttp11 || !head.Fields.Contains(KnownHeader.Expect) ? fault : ReadExpectations(head, limits, ref meaning);
    }

    private static RequestMeaning OfConnection(HttpRequestHead head, BodyFraming body)
    {
        var tokens = ConnectionField.Read(head.Fields);

        // RFC 9110 §7.8: ignored in HTTP/1.0, and without the connection option.
        var upgrades = head.IsHttp11 && (tokens & ConnectionTokens.Upgrade) != 0 && head.Fields.Contains(KnownHeader.Upgrade);
        return new RequestMeaning(body, ConnectionField.KeepsAlive(tokens, head.IsHttp11), false, upgrades);
    }

    // RFC 9112 §3.2: exactly one valid Host. RFC 9112 §3.2.2 lets the target win over Host, on which two readers may differ. An empty Host is
    // for targets without an authority.
    private static HttpFault CheckHost(HttpRequestHead head, HttpLimits limits)
    {
        if (!head.Fields.TryGet(KnownHeader.Host, out var host))
        {
            return head.IsHttp11 ? HttpFault.Bad("There is no Host.") : default;
        }

        if (host.IsEmpty && limits.AcceptEmptyHost && (limits.TargetWinsOverHost || head.TargetForm is TargetForm.Origin or TargetForm.Asterisk))
        {
            return default;
        }

        return HostRule.Check(host, limits.StrictHosts) is { } problem ? HttpFault.Bad($"Host {problem}.")
            : limits.TargetWinsOverHost || head.IsAt(host) ? default
            : HttpFault.Bad("Host is not the host of the request target.");
    }

    // RFC 9110 §10.1.1: one expectation is defined. It is ignored in HTTP/1.0 and without a body. A list without an element expects nothing.
    private static HttpFault ReadExpectations(HttpRequestHead head, HttpLimits limits, ref RequestMeaning meaning)
    {
        var count = 0;
        foreach (var field in head.Fields)
        {
            if (field.Known != KnownHeader.Expect)
            {
                continue;
            }

            if (limits.StrictFraming && !Octets.AreSame(field.Value, "100-continue"u8))
            {
                return new HttpFault(417, "Expect is not 100-continue.");
            }

            foreach (var expectation in new ListElements(field.Value))
            {
                count++;
                if (!Octets.AreSame(expectation, "100-continue"u8))
                {
                    return new HttpFault(417, "Expect names an expectation that is not 100-continue.");
                }
            }
        }

        if (count == 0)
        {
            return default;
        }

        meaning = meaning with { ExpectsContinue = meaning.Body.Kind != BodyKind.None };
        return default;
    }
}
