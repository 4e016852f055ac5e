using System.Buffers;
using System.Text;

namespace FsmKit.Http;

// Requests in, bytes out.
public sealed partial class HttpClientProtocol : IHeadOwner
{
    private readonly HeadBuffer _buffer;
    private KnownMethod _method;
    private BodyWriter _bodyWriter;

    /// <summary>
    /// Begins a request. <see cref="HttpHeadWriter.End"/> of the returned writer puts the head into the output. A field <c>Upgrade</c>
    /// offers other protocols.
    /// </summary>
    /// <param name="output">The output that receives the bytes.</param>
    /// <param name="method">The method: a token, usually in capitals.</param>
    /// <param name="target">The target in the form that fits the method (RFC 9112 §3.2), percent-encoded.</param>
    /// <param name="host">The value of <c>Host</c>: a name or an address, with the port unless it is the default of the scheme. Equal to
    /// the authority of an absolute target.</param>
    /// <param name="bodyLength">The length of the body in bytes, default 0; null for a chunked body.</param>
    /// <exception cref="ArgumentException">The method, the target or the host is not well-formed, or a body is announced for CONNECT or
    /// TRACE.</exception>
    /// <exception cref="InvalidOperationException">The previous request and its response are not finished,
    /// <see cref="HttpProtocol.StartNext"/> was not called since, or the connection has ended.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public HttpHeadWriter BeginRequest(
        IBufferWriter<byte> output, ReadOnlySpan<byte> method, ReadOnlySpan<byte> target, ReadOnlySpan<byte> host, long? bodyLength = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bodyLength ?? 0, nameof(bodyLength));
        if (ClientSide != HttpSide.Idle)
        {
            throw new InvalidOperationException($"No request while the client is at {ClientSide} and the server at {ServerSide}.");
        }

        var known = Check(method, target, host, bodyLength);
        _buffer.Begin(output, HeadKind.Request);
        _buffer.Raw(method);
        _buffer.Raw(" "u8);
        _buffer.Raw(target);
        _buffer.Raw(" HTTP/1.1\r\n"u8);
        _buffer.Put("Host"u8, ": "u8, host);
        var framing = BodyFraming.ForRequest(bodyLength);

        // RFC 9110 §8.6: methods that expect a body announce a length of 0.
        if (framing.Kind != BodyKind.None || known is KnownMethod.Post or KnownMethod.Put or KnownMethod.Patch)
        {
            framing.WriteField(_buffer);
        }

        _method = known;
        _bodyWriter.Begin(framing, isMuted: false);
        return new HttpHeadWriter(_buffer);
    }

    /// <summary>Writes a part of the body.</summary>
    /// <exception cref="InvalidOperationException">No head was written, or the body would get longer than announced. The call then writes
    /// nothing.</exception>
    public void WriteBody(IBufferWriter<byte> output, ReadOnlySpan<byte> data)
    {
        ArgumentNullException.ThrowIfNull(output);
        MustBeWritingBody();
        _bodyWriter.Write(output, data);
    }

    /// <summary>Ends the request.</summary>
    /// <returns>False when the body is shorter than announced. The caller must then close the connection.</returns>
    /// <exception cref="InvalidOperationException">No head was written.</exception>
    public bool EndRequest(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        MustBeWritingBody();
        if (!_bodyWriter.End(output))
        {
            _states.ClientFails();
            return false;
        }

        _states.ClientDoes(HttpSignal.End);
        return true;
    }

    /// <summary>
    /// Begins the trailers behind a chunked body (RFC 9112 §7.1.2). <see cref="HttpHeadWriter.End"/> of the returned writer ends the
    /// request.
    /// </summary>
    /// <exception cref="InvalidOperationException">No chunked body is being written.</exception>
    public HttpHeadWriter BeginTrailers(IBufferWriter<byte> output)
    {
        MustBeWritingBody();
        if (_bodyWriter.Kind != BodyKind.Chunked)
        {
            throw new InvalidOperationException("Only a chunked body has trailers.");
        }

        _buffer.Begin(output, HeadKind.Trailers);
        _buffer.Raw("0\r\n"u8);
        return new HttpHeadWriter(_buffer);
    }

    void IHeadOwner.Complete(HeadBuffer head)
    {
        if (head.Kind == HeadKind.Request)
        {
            if (head.Written.Has(KnownHeader.Expect) && _bodyWriter.Kind == BodyKind.None)
            {
                throw new InvalidOperationException("A request without a body expects nothing (RFC 9110 §10.1.1).");
            }

            var upgrades = head.Written.Has(KnownHeader.Upgrade);
            WriteConnection(head, upgrades);
            _states.Offers(upgrades || _method == KnownMethod.Connect);
        }

        head.Raw("\r\n"u8);
    }

    void IHeadOwner.Commit(HeadKind kind) => _states.ClientDoes(kind == HeadKind.Trailers ? HttpSignal.End : HttpSignal.Request);

    // RFC 9110 §7.6.1: fields for the next hop alone are named in Connection.
    private void WriteConnection(HeadBuffer head, bool upgrades)
    {
        if (!KeepAlive)
        {
            head.Raw("Connection: close\r\n"u8);
        }

        if (upgrades)
        {
            head.Raw("Connection: upgrade\r\n"u8);
        }

        if (head.Written.Has(KnownHeader.TE))
        {
            head.Raw("Connection: TE\r\n"u8);
        }
    }

    private KnownMethod Check(
        ReadOnlySpan<byte> method, ReadOnlySpan<byte> target, ReadOnlySpan<byte> host, long? bodyLength)
    {
        if (!Octets.AreToken(method))
        {
            throw new ArgumentException("A method is one or more of the characters of a token (RFC 9110 §5.6.2).", nameof(method));
        }

        var known = KnownMethods.Find(method);
        if (bodyLength != 0 && known is KnownMethod.Trace or KnownMethod.Connect)
        {
            throw new ArgumentException($"{Encoding.ASCII.GetString(method)} has no body.", nameof(bodyLength));
        }

        RequestTarget parsed = default;
        var fault = target.IsEmpty ? HttpFault.Bad("The request target is empty.") : RequestTarget.Parse(target, known, _limits, out parsed);
        if (HostRule.Check(host, _limits.StrictHosts) is { } problem)
        {
            throw new ArgumentException($"The host {problem}: it is a name or an address, with or without a port.", nameof(host));
        }

        if (!fault.Exists && !parsed.IsAt(host, target))
        {
            throw new ArgumentException("The host is not the one in the target.", nameof(host));
        }

        return fault.Exists ? throw new ArgumentException(fault.Reason, nameof(target)) : known;
    }

    private void MustBeWritingBody()
    {
        if (ClientSide != HttpSide.SendBody)
        {
            throw new InvalidOperationException($"There is no request whose body could be written: the client is at {ClientSide}.");
        }
    }
}
