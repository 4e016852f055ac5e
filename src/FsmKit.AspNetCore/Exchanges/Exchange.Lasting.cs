using Microsoft.AspNetCore.Connections.Features;

namespace FsmKit.AspNetCore;

/// <content>What outlives a request: the items of its connection, and the wish that the connection ends.</content>
internal abstract partial class Exchange : IConnectionIdFeature, IConnectionItemsFeature, IConnectionLifetimeNotificationFeature
{
    private bool _isLast;

    string IConnectionIdFeature.ConnectionId { get => _connectionId ?? _connection.Id; set => _connectionId = value; }

    /// <summary>Objects that authentication and others keep with a connection.</summary>
    IDictionary<object, object?> IConnectionItemsFeature.Items
    {
        get => _connection.Items;
        set => _connection.Items = value;
    }

    /// <summary>Never cancelled: the host announces a stop of the server.</summary>
    CancellationToken IConnectionLifetimeNotificationFeature.ConnectionClosedRequested { get; set; }

    /// <summary>Closes the connection after the response, if its head is not sent yet.</summary>
    void IConnectionLifetimeNotificationFeature.RequestClose() => BeLast();

    /// <summary>Closes the connection after the response, if its head is not sent yet.</summary>
    public void BeLast() => _isLast = true;
}
