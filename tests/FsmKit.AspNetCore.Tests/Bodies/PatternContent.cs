using System.Net;

namespace FsmKit.AspNetCore.Tests;

/// <summary>A body of any length that is created while it is sent.</summary>
internal sealed class PatternContent(long length, bool hasLength) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var part = new byte[128 * 1024];
        for (var left = length; left > 0; left -= part.Length)
        {
            await stream.WriteAsync(part.AsMemory(0, (int)Math.Min(left, part.Length)));
        }
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return hasLength;
    }
}
