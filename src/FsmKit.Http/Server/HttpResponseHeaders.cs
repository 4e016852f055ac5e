namespace FsmKit.Http;

/// <summary>
/// The field lines of the head of a response, or of its trailers. Each line is checked when it is added, and stored as it will be sent.
/// </summary>
public sealed class HttpResponseHeaders
{
    private const int Least = 256;
    private const int MostKept = 1024;

    private readonly HttpResponse _response;
    private readonly bool _isTrailers;
    private byte[] _lines = [];
    private int _length;
    private HeaderSet _written;

    internal HttpResponseHeaders(HttpResponse response, bool isTrailers = false) => (_response, _isTrailers) = (response, isTrailers);

    /// <summary>Returns whether a line with this name was added.</summary>
    public bool Contains(KnownHeader header) => _written.Has(header);

    /// <summary>Adds a field line.</summary>
    /// <param name="header">Its name, except <c>Content-Length</c>, <c>Transfer-Encoding</c> and <c>Connection</c>, which the server writes.</param>
    /// <param name="value">Its value, without control characters.</param>
    /// <exception cref="ArgumentException">The value holds a control character, the server writes the field itself, or the field may occur
    /// once and was added already.</exception>
    /// <exception cref="InvalidOperationException">The head is sent.</exception>
    public void Add(KnownHeader header, ReadOnlySpan<byte> value)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)header, (int)KnownHeader.None, nameof(header));
        Admit(header);
        Put(KnownHeaders.Label(header), default, value);
    }

    /// <summary>Adds a field line with any name.</summary>
    /// <inheritdoc cref="Add(KnownHeader, ReadOnlySpan{byte})"/>
    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        WrittenField.CheckName(name);
        Admit(KnownHeaders.Find(name));
        Put(name, ": "u8, value);
    }

    /// <summary>Adds a field line from strings; each character becomes one octet.</summary>
    /// <inheritdoc cref="Add(KnownHeader, ReadOnlySpan{byte})"/>
    public void Add(string name, string value)
    {
        using var text = WrittenField.Of(name, value);
        Add(text.Name, text.Value);
    }

    /// <summary>Removes all field lines.</summary>
    /// <exception cref="InvalidOperationException">The head is sent.</exception>
    public void Clear()
    {
        MustBeOpen();
        Forget();
    }

    internal bool IsEmpty => _length == 0;

    /// <summary>The lines as they will be sent.</summary>
    internal ReadOnlySpan<byte> Lines => _lines.AsSpan(0, _length);

    /// <summary>The known names of <see cref="Lines"/>.</summary>
    internal HeaderSet Names => _written;

    internal void WriteTo(HttpHeadWriter head) => head.Lines(Lines, Names);

    internal void Forget()
    {
        (_length, _written) = (0, default);
        if (_lines.Length > MostKept)
        {
            _lines = [];
        }
    }

    private void Admit(KnownHeader header)
    {
        MustBeOpen();
        if (_isTrailers && HeaderSet.NeverInTrailers.Has(header))
        {
            throw new ArgumentException($"{header} is not allowed in trailers: recipients need it before the body (RFC 9110 §6.5.1).", nameof(header));
        }

        if (HeaderSet.OursToWrite.Has(header))
        {
            throw new ArgumentException($"{header} is written by the server: set {nameof(HttpResponse.ContentLength)} of the response, "
                + $"or call {nameof(HttpResponse.CloseAfter)}; the framing follows from that.", nameof(header));
        }

        if (HeaderSet.OnceInResponses.Has(header) && _written.Has(header))
        {
            throw new ArgumentException($"{header} was added already and may occur once.", nameof(header));
        }

        if (header != KnownHeader.None)
        {
            _written = _written.With(header);
        }
    }

    private void Put(ReadOnlySpan<byte> name, ReadOnlySpan<byte> colon, ReadOnlySpan<byte> value)
    {
        WrittenField.CheckValue(name, value);
        var count = WrittenField.Length(name, colon, value);
        if (_lines.Length - _length < count)
        {
            Array.Resize(ref _lines, Math.Max(Least, Math.Max(_lines.Length * 2, _length + count)));
        }

        WrittenField.Write(_lines.AsSpan(_length, count), name, colon, value);
        _length += count;
    }

    private void MustBeOpen()
    {
        if (_isTrailers ? _response.IsEnded || _response.IsOver : _response.HasStarted)
        {
            throw new InvalidOperationException(
                _isTrailers ? "This response is finished: it cannot have more trailers." : "The head of this response is sent already: it cannot have more fields.");
        }
    }
}
