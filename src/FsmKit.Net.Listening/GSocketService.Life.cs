namespace FsmKit.Net.Listening;

/// <content>The life of the gobj.</content>
internal sealed partial class GSocketService
{
    private WeakReference<SocketService>? _known;

    /// <summary>Sets the service of this machine.</summary>
    public void BelongTo(SocketService service) => _known = new WeakReference<SocketService>(service);

    /// <summary>Closes the service when its loop ends.</summary>
    protected override void GoOut()
    {
        if (_known is not null && _known.TryGetTarget(out var service))
        {
            service.Close();
        }
    }
}
