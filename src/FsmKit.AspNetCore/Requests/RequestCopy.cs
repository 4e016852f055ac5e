using System.Text;
using FsmKit.Http;
using Microsoft.AspNetCore.Http;
using HttpRequest = FsmKit.Http.HttpRequest;

namespace FsmKit.AspNetCore;

/// <summary>
/// A copy of a request's head. It stays valid while the application runs, also when the client is gone meanwhile. Strings are created when
/// they are read, and kept for a next request with the same target.
/// </summary>
internal sealed class RequestCopy
{
    private byte[] _bytes = new byte[512];
    private int _count;
    private byte[] _target = [];
    private string? _rawTarget;

    /// <summary>The field lines, in the order in which they were sent; the valid ones are the first <see cref="FieldCount"/>.</summary>
    public FieldCopy[] Fields { get; private set; } = new FieldCopy[16];

    public int FieldCount { get; private set; }

    public string Method { get; private set; } = "";

    public string Scheme { get; private set; } = "http";

    public string Protocol { get; private set; } = HttpProtocol11;

    /// <summary>The decoded path; empty for the asterisk form and for CONNECT.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The query with its question mark; empty without one.</summary>
    public string Query { get; private set; } = "";

    public string RawTarget => _rawTarget ??= Encoding.Latin1.GetString(_target);

    public bool HasBody { get; private set; }

    public long? ContentLength { get; private set; }

    public bool WantsUpgrade { get; private set; }

    public bool IsHttp11 { get; private set; }

    private const string HttpProtocol11 = "HTTP/1.1";

    public void Take(HttpRequest request)
    {
        var head = request.Head;
        Method = NameOf(head.Method, head.MethodName);
        Scheme = request.UrlScheme;
        Protocol = head.IsHttp11 ? HttpProtocol11 : "HTTP/1.0";
        (HasBody, ContentLength, WantsUpgrade, IsHttp11) = (request.HasBody, null, head.WantsUpgrade, head.IsHttp11);
        if (!head.Target.SequenceEqual(_target))
        {
            TakeTarget(head);
        }

        (_count, FieldCount) = (0, 0);
        var fields = head.Fields;
        foreach (var field in fields)
        {
            // The authority of an absolute target replaces Host (RFC 9112 §3.2.2).
            var value = field.Known == KnownHeader.Host && head.TargetForm == TargetForm.Absolute ? head.Authority : field.Value;
            Add(field.Known, field.Name, value);
            if (field.Known == KnownHeader.ContentLength)
            {
                // Also 0, which is no body.
                ContentLength = head.BodyLength;
            }
        }
    }

    public ReadOnlySpan<byte> NameAt(int field) => _bytes.AsSpan(Fields[field].Start, Fields[field].NameLength);

    public string NameTextAt(int field) => Fields[field].Known is var known && known != KnownHeader.None
        ? HeaderNaming.Of(known) : Encoding.ASCII.GetString(NameAt(field));

    public string ValueAt(int field)
    {
        ref var copy = ref Fields[field];
        return copy.Value ??= Encoding.UTF8.GetString(_bytes, copy.Start + copy.NameLength, copy.ValueLength);
    }

    private void TakeTarget(HttpRequestHead head)
    {
        _target = head.Target.ToArray();
        _rawTarget = null;
        Path = head.TargetForm is TargetForm.Origin or TargetForm.Absolute ? head.GetPath() : "";
        Query = head.RawQuery.IsEmpty ? "" : "?" + Encoding.Latin1.GetString(head.RawQuery);
    }

    private void Add(KnownHeader known, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (FieldCount == Fields.Length)
        {
            var more = Fields;
            Array.Resize(ref more, FieldCount * 2);
            Fields = more;
        }

        var length = name.Length + value.Length;
        if (_bytes.Length - _count < length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _count + length));
        }

        name.CopyTo(_bytes.AsSpan(_count));
        value.CopyTo(_bytes.AsSpan(_count + name.Length));
        Fields[FieldCount++] = new FieldCopy(known, _count, name.Length, value.Length);
        _count += length;
    }

    private static string NameOf(KnownMethod method, ReadOnlySpan<byte> name) => method switch
    {
        KnownMethod.Get => HttpMethods.Get,
        KnownMethod.Head => HttpMethods.Head,
        KnownMethod.Post => HttpMethods.Post,
        KnownMethod.Put => HttpMethods.Put,
        KnownMethod.Delete => HttpMethods.Delete,
        KnownMethod.Patch => HttpMethods.Patch,
        KnownMethod.Options => HttpMethods.Options,
        KnownMethod.Trace => HttpMethods.Trace,
        KnownMethod.Connect => HttpMethods.Connect,
        _ => Encoding.ASCII.GetString(name),
    };
}
