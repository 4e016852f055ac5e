using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace FsmKit.AspNetCore;

/// <content>The lowest rate of the request's body.</content>
internal abstract partial class Exchange : IHttpMinRequestBodyDataRateFeature
{
    private MinDataRate? _bodyRate;
    private bool _hasBodyRate;
    private (int BytesPerSecond, TimeSpan Window) _serverRate;

    /// <summary>The rate that the endpoint asks for, or else that of the server; null: no limit.</summary>
    MinDataRate? IHttpMinRequestBodyDataRateFeature.MinDataRate
    {
        get => _hasBodyRate ? _bodyRate : _serverRate.BytesPerSecond == 0 ? null : RateOf(_serverRate.BytesPerSecond, _serverRate.Window);
        set
        {
            (_bodyRate, _hasBodyRate) = (value, true);
            _request.LimitBodyRate((int)Math.Min(int.MaxValue, Math.Ceiling(value?.BytesPerSecond ?? 0)), value?.GracePeriod ?? _serverRate.Window);
        }
    }

    /// <summary>Returns a rate; Kestrel's type has a window of more than a second.</summary>
    private static MinDataRate RateOf(int bytesPerSecond, TimeSpan window) =>
        new(bytesPerSecond, window > TimeSpan.FromSeconds(1) ? window : TimeSpan.FromSeconds(1) + TimeSpan.FromTicks(1));
}
