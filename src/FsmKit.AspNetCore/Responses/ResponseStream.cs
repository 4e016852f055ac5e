using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace FsmKit.AspNetCore;

/// <summary>The body of a response as a stream. Blocking writes need <see cref="IHttpBodyControlFeature.AllowSynchronousIO"/>.</summary>
internal sealed class ResponseStream(PipeWriter body, IHttpBodyControlFeature control) : ForwardStream
{
    public override bool CanWrite => true;

    // ConfigureAwait(true), here as in all that an application awaits: on the loop, the continuation runs there without a detour over another thread.
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        await body.WriteAsync(buffer, cancellationToken).ConfigureAwait(true);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        var flush = body.FlushAsync(cancellationToken);
        return flush.IsCompletedSuccessfully ? Task.CompletedTask : flush.AsTask();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        MustBeAllowed();
        WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();
    }

    public override void Flush()
    {
        MustBeAllowed();
        FlushAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    private void MustBeAllowed()
    {
        if (!control.AllowSynchronousIO)
        {
            throw new InvalidOperationException("Synchronous operations are disallowed. Call WriteAsync or set AllowSynchronousIO to true instead.");
        }
    }
}
