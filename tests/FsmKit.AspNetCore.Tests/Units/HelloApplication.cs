using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace FsmKit.AspNetCore.Tests;

/// <summary>
/// An application without hosting, so that only the server allocates. At the beginning of each request the application notes the bytes that
/// its thread has allocated so far.
/// </summary>
internal sealed class HelloApplication(int count) : IHttpApplication<IFeatureCollection>
{
    private int _served;

    /// <summary>Allocated bytes of the loop's thread at the begin of each request.</summary>
    public long[] Allocated { get; } = new long[count];

    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public void DisposeContext(IFeatureCollection context, Exception? exception)
    {
    }

    public Task ProcessRequestAsync(IFeatureCollection context)
    {
        Allocated[_served++] = GC.GetAllocatedBytesForCurrentThread();
        var request = context.Get<IHttpRequestFeature>()!;
        context.Get<IHttpResponseFeature>()!.Headers.ContentType = request.Path == "/" ? "text/plain" : "none";
        var body = context.Get<IHttpResponseBodyFeature>()!.Writer;
        "Hello, World!"u8.CopyTo(body.GetSpan(13));
        body.Advance(13);
        return Task.CompletedTask;
    }
}
