namespace FsmKit.Net;

/// <content>Start and end.</content>
public sealed partial class GRequester
{
    /// <inheritdoc/>
    protected override void StartUp()
    {
        Connex = Create<GConnex>("connex", connex =>
        {
            if (Destinations is not [{ Host: null }])
            {
                connex.Destinations = Destinations;
            }

            ConfigureConnex?.Invoke(connex);
            connex.Framing = Framing;
        });

        // A setting for all connexes may suppress an event that the requester needs.
        Connex.EnsureSubscribed<EvConnected>(this);
        Connex.EnsureSubscribed<EvDisconnected>(this);
        Connex.EnsureSubscribed<EvTransmitReady>(this);
    }

    /// <inheritdoc/>
    protected override bool IsPart(GObj child) => child is GConnex;

    /// <inheritdoc/>
    protected override void GoOut()
    {
        foreach (var call in _calls.Close())
        {
            call.Fail(Exception(RequestFailure.Destroyed));
        }

        FailAll(_sent, RequestFailure.Destroyed);
        FailAll(_waiting, RequestFailure.Destroyed);
    }
}
