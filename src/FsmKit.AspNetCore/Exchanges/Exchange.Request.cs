using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FsmKit.AspNetCore;

/// <content>Features of the request.</content>
internal abstract partial class Exchange : IHttpRequestFeature, IHttpRequestBodyDetectionFeature, IRequestBodyPipeFeature, IHttpRequestTrailersFeature,
    IHttpMaxRequestBodySizeFeature, IHttpRequestIdentifierFeature, IHttpRequestLifetimeFeature, IHttpBodyControlFeature
{
    private readonly RequestStream _requestStream;
    private string? _method;
    private string? _scheme;
    private string? _path;
    private string? _pathBase;
    private string? _query;
    private string? _protocol;
    private string? _rawTarget;
    private string? _traceIdentifier;
    private IHeaderDictionary? _replacedHeaders;
    private Stream? _replacedStream;
    private CancellationToken? _requestAborted;
    private HeaderDictionary? _requestTrailers;
    private bool _allowsSynchronousIO;

    string IHttpRequestFeature.Protocol { get => _protocol ?? _head.Protocol; set => _protocol = value; }

    string IHttpRequestFeature.Scheme { get => _scheme ?? _head.Scheme; set => _scheme = value; }

    string IHttpRequestFeature.Method { get => _method ?? _head.Method; set => _method = value; }

    string IHttpRequestFeature.PathBase { get => _pathBase ?? ""; set => _pathBase = value; }

    string IHttpRequestFeature.Path { get => _path ?? _head.Path; set => _path = value; }

    string IHttpRequestFeature.QueryString { get => _query ?? _head.Query; set => _query = value; }

    string IHttpRequestFeature.RawTarget { get => _rawTarget ?? _head.RawTarget; set => _rawTarget = value; }

    IHeaderDictionary IHttpRequestFeature.Headers { get => _replacedHeaders ?? _requestHeaders; set => _replacedHeaders = value; }

    Stream IHttpRequestFeature.Body { get => _replacedStream ?? _requestStream; set => _replacedStream = value; }

    bool IHttpRequestBodyDetectionFeature.CanHaveBody => _head is { HasBody: true, ContentLength: not 0 };

    /// <summary>The body; when middleware has replaced the stream, a pipe over that stream.</summary>
    PipeReader IRequestBodyPipeFeature.Reader => _replacedStream is { } stream ? _streamReader ??= PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true)) : _requestBody;

    bool IHttpRequestTrailersFeature.Available => _requestBody.IsComplete || !_head.HasBody;

    IHeaderDictionary IHttpRequestTrailersFeature.Trailers => _requestTrailers ??= _requestBody.ReadTrailers();

    bool IHttpMaxRequestBodySizeFeature.IsReadOnly => _requestBody.HasBegun || _upgrade is not null;

    long? IHttpMaxRequestBodySizeFeature.MaxRequestBodySize
    {
        get => _requestBody.Limit;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0, nameof(value));
            _requestBody.Limit = !((IHttpMaxRequestBodySizeFeature)this).IsReadOnly ? value
                : throw new InvalidOperationException("The maximum request body size cannot be modified once the body is read or the connection is upgraded.");
        }
    }

    string IHttpRequestIdentifierFeature.TraceIdentifier
    {
        get => _traceIdentifier ??= string.Create(null, $"{_connection.Id}:{++_connection.Requests:X8}");
        set => _traceIdentifier = value;
    }

    CancellationToken IHttpRequestLifetimeFeature.RequestAborted { get => _requestAborted ??= _request.Aborted; set => _requestAborted = value; }

    /// <summary>Resets the connection. A write after the call says that nothing more is wanted.</summary>
    void IHttpRequestLifetimeFeature.Abort()
    {
        _request.Abort();
        _body.BeUnwanted();
    }

    bool IHttpBodyControlFeature.AllowSynchronousIO { get => _allowsSynchronousIO; set => _allowsSynchronousIO = value; }

    private PipeReader? _streamReader;

    private void BeginFeatures()
    {
        _allowsSynchronousIO = _server.Pool.Options.AllowSynchronousIO;
        _responseHeaders.IsReadOnly = false;
        HasStarted = false;
        _isLast = false;
        _isBad = false;
        (_bodyRate, _responseRate) = (default, default);
        _statusCode = 200;
        if (_connection.Tls is not null)
        {
            Set<ITlsConnectionFeature>(this);
            Set<ITlsHandshakeFeature>(this);
        }
    }

    private void EndFeatures()
    {
        ResetFeatures();
        _requestHeaders.Reset();
        (_method, _scheme, _path, _pathBase, _query, _protocol, _rawTarget, _traceIdentifier) = (null, null, null, null, null, null, null, null);
        (_replacedHeaders, _replacedStream, _streamReader, _requestAborted, _requestTrailers) = (null, null, null, null, null);
        _responseHeaders.IsReadOnly = false;
        _responseHeaders.Clear();
        _trailers = null;
        _starting?.Clear();
        _completed?.Clear();
        (_remote, _local, _connectionId, _clientCertificate, _reason, _reported) = (null, null, null, null, null, null);
        _upgrade = null;
    }
}
