using System.Diagnostics.CodeAnalysis;
using FsmKit.Http;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace FsmKit.AspNetCore;

/// <summary>
/// A request on its way through an ASP.NET Core application, and the features that the application sees. The loop begins and ends an
/// exchange; between, the application has it on any thread. An exchange serves one request after the other.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The streams are views and hold nothing.")]
internal abstract partial class Exchange : FeatureSlots
{
    private static readonly Type[] OwnFeatures =
    [
        typeof(IHttpRequestFeature), typeof(IHttpRequestBodyDetectionFeature), typeof(IRequestBodyPipeFeature), typeof(IHttpRequestTrailersFeature),
        typeof(IHttpMaxRequestBodySizeFeature), typeof(IHttpRequestIdentifierFeature), typeof(IHttpRequestLifetimeFeature),
        typeof(IHttpResponseFeature), typeof(IHttpResponseBodyFeature), typeof(IHttpResponseTrailersFeature), typeof(IHttpBodyControlFeature),
        typeof(IHttpConnectionFeature), typeof(IConnectionIdFeature), typeof(IConnectionItemsFeature),
        typeof(IConnectionLifetimeNotificationFeature), typeof(IHttpUpgradeFeature), typeof(IHttpResetFeature), typeof(IPersistentStateFeature),
        typeof(IHttpMinRequestBodyDataRateFeature), typeof(IHttpMinResponseDataRateFeature),
    ];

    private readonly GAspNetServer _server;
    private readonly RequestCopy _head = new();
    private readonly RequestHeaders _requestHeaders;
    private readonly RequestBody _requestBody;
    private readonly ResponseBody _body;
    private readonly Action _whenSent;
    private HttpRequest _request = null!;
    private HttpResponse _response = null!;
    private ConnectionInfo _connection = null!;
    private bool _isInline;
    private int _holders;

    protected Exchange(GAspNetServer server)
        : base(OwnFeatures)
    {
        _server = server;
        _requestHeaders = new RequestHeaders(_head);
        _requestBody = new RequestBody(this);
        _body = new ResponseBody(this);
        _whenSent = NoteSent;
        _requestStream = new RequestStream(_requestBody, this);
        _responseStream = new ResponseStream(_body, this);
    }

    /// <summary>Whether the calling thread is the loop, in the call that began this exchange: the response is sent when the call returns.</summary>
    public bool IsInline => _isInline && _server.Gaplic.IsLoopThread;

    /// <summary>Begins the exchange, on the loop.</summary>
    public void Serve(GHttpCliSrv channel, HttpRequest request)
    {
        var pool = _server.Pool;
        (_request, _response) = (request, request.Response);
        _connection = ConnectionInfo.Of(channel);
        _serverRates = (channel.Server.MinBodyRate, channel.Server.MinResponseRate, channel.Server.RateWindow);
        _head.Take(request);
        _requestBody.Begin(request, _head.ContentLength, _head.HasBody, pool.Options.MaxRequestBodySize);
        _body.Begin();
        _holders = 2;
        (_inFlight, _isHeadSent, _isLeft, _isBroken) = (0, false, false, false);
        BeginFeatures();
        if (!pool.StartsOnLoop)
        {
            _server.Crossing.ToPool(static exchange => ((Exchange)exchange!).Run(), this);
            return;
        }

        var context = ExecutionContext.Capture();
        _isInline = true;
        Run();
        _isInline = false;
        ExecutionContext.Restore(context!);
        if (_body.IsPosted)
        {
            Respond();
        }
    }

    /// <summary>Takes the exchange back, on the loop, when both the application and the response are done with it.</summary>
    public void Recycle()
    {
        _request.Release();
        _body.Forget();
        _requestBody.Forget();
        EndFeatures();
        (_request, _response, _connection) = (null!, null!, null!);
        _server.Pool.Return(this);
    }

    /// <summary>Runs the application. Does not throw.</summary>
    protected abstract void Run();

    /// <summary>Notes that the application is done. The second of the two holders recycles the exchange.</summary>
    protected void Leave()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            _server.Crossing.ToLoop(static exchange => ((Exchange)exchange!).Recycle(), this, returns: true);
        }
    }
}
