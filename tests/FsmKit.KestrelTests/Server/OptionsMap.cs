using FsmKit.AspNetCore;
using FsmKit.Http;
using FsmKit.Net;
using Microsoft.AspNetCore.InternalTesting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Internal.Infrastructure;

namespace FsmKit.KestrelTests;

/// <summary>Translates Kestrel's options into those of <see cref="FsmKitServer"/>. <c>FSMKIT_HANDLERS=Loop</c> has the application run on the loop.</summary>
internal static class OptionsMap
{
    private static readonly ApplicationThread Handlers = Enum.Parse<ApplicationThread>(Environment.GetEnvironmentVariable("FSMKIT_HANDLERS") ?? "ThreadPool");

    public static void Apply(TestServiceContext context, FsmKitServerOptions options)
    {
        var kestrel = context.ServerOptions;
        options.Handlers = Handlers;
        options.AllowSynchronousIO = kestrel.AllowSynchronousIO;
        options.AddServerHeader = kestrel.AddServerHeader;
        options.MaxRequestBodySize = kestrel.Limits.MaxRequestBodySize;
        options.ConfigureLoop = loop => loop.Time = context.TimeProvider;
        options.ConfigureServer = server => Apply(context, kestrel.Limits, server);
        options.ListenLocalhost(0);
    }

    private static void Apply(TestServiceContext context, KestrelServerLimits limits, GHttpServer server)
    {
        context.FakeTimeProvider?.Serve(server.Gaplic);

        // Kestrel takes targets with https over plain connections; the server does from a gateway.
        server.TrustedGateways = AddressRanges.Parse("127.0.0.1");

        // Kestrel looks at its limits once a second, and allows that second.
        server.KeepAliveTimeout = TimeOf(limits.KeepAliveTimeout);
        server.HeadTimeout = TimeOf(limits.RequestHeadersTimeout);
        server.MinBodyRate = (int)(limits.MinRequestBodyDataRate?.BytesPerSecond ?? 0);
        server.MinResponseRate = (int)(limits.MinResponseDataRate?.BytesPerSecond ?? 0);
        server.RateWindow = limits.MinRequestBodyDataRate?.GracePeriod ?? TimeSpan.FromSeconds(5);

        // Kestrel counts the request line, here that of GET /, and the fields apart. The server takes 64 bytes or more.
        server.MaxRequestHeaderSize = Math.Max(64, limits.MaxRequestHeadersTotalSize + "GET / HTTP/1.1\r\n\r\n".Length);
        server.Limits = new HttpLimits
        {
            MaxFields = limits.MaxRequestHeaderCount,
            MaxRequestLineBytes = limits.MaxRequestLineSize,
            AcceptBareBlankLines = server.Limits.AcceptBareBlankLines,
            AcceptPathsAboveRoot = server.Limits.AcceptPathsAboveRoot,
            AcceptLooseChunkExtensions = server.Limits.AcceptLooseChunkExtensions,
        };
    }

    private static TimeSpan TimeOf(TimeSpan limit) => limit == TimeSpan.MaxValue ? TimeSpan.Zero : limit + Heartbeat.Interval + TimeSpan.FromTicks(1);
}
