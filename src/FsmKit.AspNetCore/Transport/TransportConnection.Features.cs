using System.Collections;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace FsmKit.AspNetCore;

/// <content>
/// The features of the connection: its own, and the few that Kestrel sets for each connection, in a list. A dictionary would be a tenth of the memory of
/// an idle connection.
/// </content>
internal sealed partial class TransportConnection : IFeatureCollection, IConnectionIdFeature, IConnectionItemsFeature, IConnectionTransportFeature,
    IConnectionLifetimeFeature, IConnectionEndPointFeature
{
    private static readonly Type[] Own =
    [
        typeof(IConnectionIdFeature), typeof(IConnectionItemsFeature), typeof(IConnectionTransportFeature), typeof(IConnectionLifetimeFeature),
        typeof(IConnectionEndPointFeature),
    ];

    /// <summary>Features that were set, in the place of own ones too. Null hides an own one.</summary>
    private readonly List<KeyValuePair<Type, object?>> _set = [];

    public bool IsReadOnly => false;

    public int Revision { get; private set; }

    public object? this[Type key]
    {
        get
        {
            var at = Find(key);
            return at >= 0 ? _set[at].Value : Array.IndexOf(Own, key) >= 0 ? this : null;
        }

        set
        {
            Revision++;
            var (at, entry) = (Find(key), new KeyValuePair<Type, object?>(key, value));
            if (at >= 0)
            {
                _set[at] = entry;
            }
            else
            {
                _set.Add(entry);
            }
        }
    }

    public TFeature? Get<TFeature>() => (TFeature?)this[typeof(TFeature)];

    public void Set<TFeature>(TFeature? instance) => this[typeof(TFeature)] = instance;

    public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() =>
        Own.Concat(_set.Select(static entry => entry.Key)).Distinct().Where(key => this[key] is not null).Select(key => new KeyValuePair<Type, object>(key, this[key]!)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void IConnectionLifetimeFeature.Abort() => Abort(new ConnectionAbortedException("The application has aborted the connection."));

    private int Find(Type key)
    {
        for (var i = 0; i < _set.Count; i++)
        {
            if (_set[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }
}
