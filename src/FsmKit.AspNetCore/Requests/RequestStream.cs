using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace FsmKit.AspNetCore;

/// <summary>The body of a request as a stream. Blocking reads need <see cref="IHttpBodyControlFeature.AllowSynchronousIO"/>.</summary>
internal sealed class RequestStream(PipeReader body, IHttpBodyControlFeature control) : ForwardStream
{
    public override bool CanRead => true;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken).ConfigureAwait(true);
            if (read.IsCanceled)
            {
                throw new OperationCanceledException("The read was cancelled.");
            }

            var count = (int)Math.Min(read.Buffer.Length, buffer.Length);
            if (count == 0 && !read.IsCompleted && buffer.Length > 0)
            {
                body.AdvanceTo(read.Buffer.Start);
                continue;
            }

            var part = read.Buffer.Slice(0, count);
            part.CopyTo(buffer.Span);
            body.AdvanceTo(part.End);
            return count;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (!control.AllowSynchronousIO)
        {
            throw new InvalidOperationException("Synchronous operations are disallowed. Call ReadAsync or set AllowSynchronousIO to true instead.");
        }

        return ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();
    }

    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => body.CopyToAsync(destination, cancellationToken);
}
