using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace FsmKit.AspNetCore;

/// <content>The lowest rates of the request's body and of the response.</content>
internal abstract partial class Exchange : IHttpMinRequestBodyDataRateFeature, IHttpMinResponseDataRateFeature
{
    private (int Body, int Response, TimeSpan Window) _serverRates;
    private (MinDataRate? Value, bool IsSet) _bodyRate;
    private (MinDataRate? Value, bool IsSet) _responseRate;

    /// <summary>The rate that the endpoint asks for, or else that of the server; null: no limit.</summary>
    MinDataRate? IHttpMinRequestBodyDataRateFeature.MinDataRate
    {
        get => _bodyRate.IsSet ? _bodyRate.Value : RateOf(_serverRates.Body);
        set
        {
            _bodyRate = (value, true);
            _request.LimitBodyRate(BytesPerSecond(value), Window(value));
        }
    }

    /// <summary>The rate that the endpoint asks for, or else that of the server; null: no limit.</summary>
    MinDataRate? IHttpMinResponseDataRateFeature.MinDataRate
    {
        get => _responseRate.IsSet ? _responseRate.Value : RateOf(_serverRates.Response);
        set
        {
            _responseRate = (value, true);
            _response.LimitRate(BytesPerSecond(value), Window(value));
        }
    }

    private static int BytesPerSecond(MinDataRate? rate) => (int)Math.Min(int.MaxValue, Math.Ceiling(rate?.BytesPerSecond ?? 0));

    private TimeSpan Window(MinDataRate? rate) => rate?.GracePeriod ?? _serverRates.Window;

    /// <summary>Returns a rate of the server; Kestrel's type has a window of more than a second.</summary>
    private MinDataRate? RateOf(int bytesPerSecond) => bytesPerSecond == 0 ? null : new MinDataRate(
        bytesPerSecond, _serverRates.Window > TimeSpan.FromSeconds(1) ? _serverRates.Window : TimeSpan.FromSeconds(1) + TimeSpan.FromTicks(1));
}
