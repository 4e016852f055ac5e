using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Logging;

namespace FsmKit.AspNetCore;

/// <summary>The pool of the exchanges of one application.</summary>
internal sealed class ExchangePoolOf<TContext>(IHttpApplication<TContext> application, FsmKitServerOptions options, ILogger logger) : ExchangePool(options, logger)
    where TContext : notnull
{
    protected override Exchange Make(GAspNetServer server) => new ExchangeOf<TContext>(application, server);
}
