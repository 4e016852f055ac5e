using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FsmKit.AspNetCore;

/// <content>Switch to another protocol, such as WebSocket.</content>
internal abstract partial class Exchange : IHttpUpgradeFeature
{
    private UpgradedStream? _upgrade;

    bool IHttpUpgradeFeature.IsUpgradableRequest => _head is { WantsUpgrade: true, HasBody: false };

    /// <summary>Answers 101 with the protocol in <c>Upgrade</c> of the response headers, or else the first one that the client offers.</summary>
    async Task<Stream> IHttpUpgradeFeature.UpgradeAsync()
    {
        if (!((IHttpUpgradeFeature)this).IsUpgradableRequest)
        {
            throw new InvalidOperationException("Cannot upgrade a non-upgradable request. Check IHttpUpgradeFeature.IsUpgradableRequest to determine if a request can be upgraded.");
        }

        if (_upgrade is not null)
        {
            throw new InvalidOperationException("IHttpUpgradeFeature.UpgradeAsync was already called and can only be called once per connection.");
        }

        _statusCode = StatusCodes.Status101SwitchingProtocols;
        await StartAsync().ConfigureAwait(true);
        var protocol = _responseHeaders["Upgrade"].ToString() is { Length: > 0 } chosen ? chosen : _requestHeaders["Upgrade"].ToString().Split(',')[0].Trim();
        ResponseHeads.WriteSwitch(_responseHeaders, _response);
        var pipes = _response.Upgrade(protocol);
        return _upgrade = new UpgradedStream(pipes);
    }

    /// <summary>Both directions of an upgraded connection as one stream.</summary>
    private sealed class UpgradedStream(IDuplexPipe pipes) : ForwardStream
    {
        private readonly Stream _input = pipes.Input.AsStream(leaveOpen: true);
        private readonly Stream _output = pipes.Output.AsStream(leaveOpen: true);

        public override bool CanRead => true;

        public override bool CanWrite => true;

        /// <summary>Ends the connection.</summary>
        public void Close(Exception? failure)
        {
            pipes.Output.Complete(failure);
            pipes.Input.Complete();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => _input.ReadAsync(buffer, cancellationToken);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            _input.ReadAsync(buffer, offset, count, cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => _input.Read(buffer, offset, count);

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var flush = await pipes.Output.WriteAsync(buffer, cancellationToken).ConfigureAwait(true);
            if (flush.IsCompleted)
            {
                throw new IOException("The client is gone.");
            }
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Write(byte[] buffer, int offset, int count) => _output.Write(buffer, offset, count);
    }
}
