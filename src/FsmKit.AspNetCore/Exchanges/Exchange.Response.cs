using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FsmKit.AspNetCore;

/// <content>Features of the response.</content>
internal abstract partial class Exchange : IHttpResponseFeature, IHttpResponseBodyFeature, IHttpResponseTrailersFeature, IHttpResetFeature
{
    private readonly ResponseHeaders _responseHeaders = [];
    private readonly ResponseStream _responseStream;
    private List<(Func<object, Task> Callback, object State)>? _starting;
    private List<(Func<object, Task> Callback, object State)>? _completed;
    private HeaderDictionary? _trailers;
    private string? _reason;
    private int _statusCode;

    /// <summary>Whether the head is fixed.</summary>
    public bool HasStarted
    {
        get;
        private set
        {
            field = value;
            _responseHeaders.IsReadOnly = value;
        }
    }

    public int StatusCode
    {
        get => _statusCode;
        set
        {
            MustNotHaveStarted(nameof(StatusCode));
            _statusCode = value is >= 100 and <= 999 ? value
                : throw new ArgumentOutOfRangeException(nameof(value), value, "A status code has three digits.");
        }
    }

    /// <summary>Not sent: the reason phrase of HTTP/1.1 has no meaning (RFC 9112 §4).</summary>
    string? IHttpResponseFeature.ReasonPhrase
    {
        get => _reason;
        set
        {
            MustNotHaveStarted(nameof(IHttpResponseFeature.ReasonPhrase));
            _reason = value;
        }
    }

    IHeaderDictionary IHttpResponseFeature.Headers
    {
        get => _responseHeaders;
        set
        {
            MustNotHaveStarted(nameof(IHttpResponseFeature.Headers));
            _responseHeaders.Clear();
            foreach (var (name, values) in value)
            {
                _responseHeaders[name] = values;
            }
        }
    }

    Stream IHttpResponseFeature.Body
    {
        get => _responseStream;
        set => Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(value, this));
    }

    Stream IHttpResponseBodyFeature.Stream => _responseStream;

    PipeWriter IHttpResponseBodyFeature.Writer => _body;

    IHeaderDictionary IHttpResponseTrailersFeature.Trailers
    {
        get => _trailers ??= [];
        set
        {
            _trailers = [];
            foreach (var (name, values) in value)
            {
                _trailers[name] = values;
            }
        }
    }

    /// <summary>Whether something is to be called before the head is fixed, or after the response.</summary>
    protected bool HasCallbacks => HasStartingCallbacks || HasCompletedCallbacks;

    /// <summary>Whether something is to be called before the head is fixed.</summary>
    public bool HasStartingCallbacks => _starting is { Count: > 0 };

    protected bool HasCompletedCallbacks => _completed is { Count: > 0 };

    void IHttpResponseFeature.OnStarting(Func<object, Task> callback, object state)
    {
        MustNotHaveStarted(nameof(IHttpResponseFeature.OnStarting));
        (_starting ??= []).Add((callback, state));
    }

    void IHttpResponseFeature.OnCompleted(Func<object, Task> callback, object state) => (_completed ??= []).Add((callback, state));

    /// <summary>Does nothing: a response is sent when it is flushed.</summary>
    void IHttpResponseBodyFeature.DisableBuffering()
    {
    }

    async Task IHttpResponseBodyFeature.StartAsync(CancellationToken cancellationToken)
    {
        if (!HasStarted)
        {
            await _body.FlushAsync(cancellationToken).ConfigureAwait(true);
        }
    }

    Task IHttpResponseBodyFeature.SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken) =>
        SendFileFallback.SendFileAsync(_responseStream, path, offset, count, cancellationToken);

    async Task IHttpResponseBodyFeature.CompleteAsync()
    {
        await StartAsync().ConfigureAwait(true);
        Complete();
    }

    /// <summary>Ends the response. To be called when no callback waits for the start of the response.</summary>
    public void Complete()
    {
        if (!HasStarted)
        {
            Start();
        }

        CheckLength(isEnd: true);
        _body.End();
    }

    /// <summary>Resets the connection: HTTP/1.1 has no streams to reset.</summary>
    void IHttpResetFeature.Reset(int errorCode) => _request.Abort();

    /// <summary>Calls what is to be called before the head is fixed, the last callback first, and fixes the head. Does nothing afterwards.</summary>
    public Task StartAsync()
    {
        if (HasStarted)
        {
            return Task.CompletedTask;
        }

        if (_starting is { Count: > 0 } callbacks)
        {
            return TellStarting(callbacks);
        }

        Start();
        return Task.CompletedTask;
    }

    /// <summary>Calls what is to be called after the response, the last callback first. A callback may add another one. A failure is logged.</summary>
    protected async Task TellCompleted()
    {
        while (_completed!.Count > 0)
        {
            var (callback, state) = _completed[^1];
            _completed.RemoveAt(_completed.Count - 1);
            try
            {
                await callback(state).ConfigureAwait(true);
            }
            catch (Exception x)
            {
                AspNetLog.ApplicationFailed(_server.Pool.Logger, _head.Method, _head.Path, x);
            }
        }
    }

    private async Task TellStarting(List<(Func<object, Task> Callback, object State)> callbacks)
    {
        while (callbacks.Count > 0)
        {
            var (callback, state) = callbacks[^1];
            callbacks.RemoveAt(callbacks.Count - 1);
            await callback(state).ConfigureAwait(true);
        }

        Start();
    }

    /// <summary>Fixes the head.</summary>
    private void Start()
    {
        if (_reported is { } failure)
        {
            throw new InvalidOperationException("The response cannot start, because a body was completed with an exception.", failure);
        }

        CheckHead();
        HasStarted = true;
    }

    private void MustNotHaveStarted(string what)
    {
        if (HasStarted)
        {
            throw new InvalidOperationException($"{what} cannot be set because the response has already started.");
        }
    }
}
