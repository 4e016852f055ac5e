using System.Buffers;
using System.Globalization;
using System.Text;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>
/// Writes a request that was read again, in the plainest way, and reads the result strictly. Another end, host or path would be a fault: a
/// server behind a proxy with FsmKit could read the request in another way too.
/// </summary>
internal static class Rewriting
{
    private static readonly HttpLimits Plain = new()
    {
        StrictFraming = true,
        StrictFields = true,
        AcceptNonAsciiTargets = true,
        AcceptPathsAboveRoot = true,
        TargetWinsOverHost = true,
        MaxFieldBytes = int.MaxValue,
        MaxHeadBytes = int.MaxValue,
    };

    /// <summary>Compares a request with the result of writing and reading it again: as it was sent, and in the plainest way.</summary>
    public static void Check(HttpRequestHead request)
    {
        Compare(request, Write(request, isPlain: false), new HttpLimits
        {
            AcceptNonAsciiTargets = true,
            AcceptPathsAboveRoot = true,
            TargetWinsOverHost = true,
            MaxFields = int.MaxValue,
        });
        Compare(request, Write(request, isPlain: true), Plain);
    }

    private static void Compare(HttpRequestHead request, byte[] wire, HttpLimits limits)
    {
        using var http = ServerFeed.New(limits);
        var read = http.Read(wire);
        Assert.True(read.Kind == HttpEventKind.Request, $"{read.Fault.Reason} {Corpus.Line(wire)}");
        Assert.Equal(wire.Length, read.Consumed);
        var again = read.Request;
        Assert.Equal(Said(request), Said(again));
    }

    private static string Said(HttpRequestHead request) =>
        $"{Wire.Text(request.MethodName)} {request.TargetForm} {request.GetPath()} {Wire.Text(request.Authority)} {Wire.Text(request.TargetScheme)} "
        + $"{request.IsHttp11} {request.Body} {request.BodyLength} {request.KeepAlive} {request.ExpectsContinue} {request.WantsUpgrade}";

    private static byte[] Write(HttpRequestHead request, bool isPlain)
    {
        var output = new ArrayBufferWriter<byte>();
        output.Write(request.MethodName);
        output.Write(" "u8);
        output.Write(isPlain ? Escaped(request.Target) : request.Target);
        output.Write(request.IsHttp11 ? " HTTP/1.1\r\n"u8 : " HTTP/1.0\r\n"u8);
        foreach (var field in isPlain ? default : request.Fields)
        {
            Add(output, field.Name, field.Value);
        }

        if (isPlain)
        {
            WriteMeaning(output, request);
        }

        output.Write("\r\n"u8);
        return output.WrittenSpan.ToArray();
    }

    private static void WriteMeaning(ArrayBufferWriter<byte> output, HttpRequestHead request)
    {
        Add(output, "Host"u8, request.Authority);
        Add(output, "Connection"u8, request.KeepAlive ? "keep-alive"u8 : "close"u8);
        if (request.WantsUpgrade)
        {
            Add(output, "Connection"u8, "upgrade"u8);
            Add(output, "Upgrade"u8, "x"u8);
        }

        if (request.ExpectsContinue)
        {
            Add(output, "Expect"u8, "100-continue"u8);
        }

        if (request.Body == BodyKind.Chunked)
        {
            Add(output, "Transfer-Encoding"u8, "chunked"u8);
        }
        else
        {
            Add(output, "Content-Length"u8, Encoding.ASCII.GetBytes(request.BodyLength!.Value.ToString(CultureInfo.InvariantCulture)));
        }
    }

    // Escapes characters that no URI has, and in the query a percent without an escape. In a path such a percent is refused.
    private static byte[] Escaped(ReadOnlySpan<byte> target)
    {
        var escaped = new StringBuilder();
        for (var i = 0; i < target.Length; i++)
        {
            var octet = target[i];
            var isBad = octet == '%' ? !IsEscape(target[i..]) : octet < 0x80 && !Octets.Uri.Contains(octet);
            escaped.Append(isBad ? $"%{octet:X2}" : $"{(char)octet}");
        }

        return Encoding.Latin1.GetBytes(escaped.ToString());
    }

    private static bool IsEscape(ReadOnlySpan<byte> text) => text.Length > 2 && char.IsAsciiHexDigit((char)text[1]) && char.IsAsciiHexDigit((char)text[2]);

    private static void Add(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        output.Write(name);
        output.Write(": "u8);
        output.Write(value);
        output.Write("\r\n"u8);
    }
}
