using System.Collections;
using Microsoft.AspNetCore.Http.Features;

namespace FsmKit.AspNetCore;

/// <summary>A collection of features with one slot per feature type. It is reset to its own features after each request.</summary>
internal abstract class FeatureSlots : IFeatureCollection
{
    private readonly object?[] _own;
    private object?[] _slots;
    private bool _isChanged;

    /// <param name="features">The types of the features that the object itself implements.</param>
    protected FeatureSlots(ReadOnlySpan<Type> features)
    {
        var most = 0;
        foreach (var feature in features)
        {
            most = Math.Max(most, FeatureNumbers.Of(feature) + 1);
        }

        _own = new object?[most];
        foreach (var feature in features)
        {
            _own[FeatureNumbers.Of(feature)] = this;
        }

        _slots = [.. _own];
    }

    public bool IsReadOnly => false;

    public int Revision { get; private set; }

    public object? this[Type key]
    {
        get => Read(FeatureNumbers.Of(key));
        set => Write(FeatureNumbers.Of(key), value);
    }

    public TFeature? Get<TFeature>() => (TFeature?)Read(FeatureNumbers.For<TFeature>.Number);

    public void Set<TFeature>(TFeature? instance) => Write(FeatureNumbers.For<TFeature>.Number, instance);

    public IEnumerator<KeyValuePair<Type, object>> GetEnumerator()
    {
        for (var i = 0; i < _slots.Length; i++)
        {
            if (_slots[i] is { } feature)
            {
                yield return new(FeatureNumbers.TypeAt(i), feature);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Restores the object's own features.</summary>
    protected void ResetFeatures()
    {
        if (_isChanged)
        {
            _isChanged = false;
            _own.CopyTo(_slots);
            Array.Clear(_slots, _own.Length, _slots.Length - _own.Length);
        }

        Revision++;
    }

    private object? Read(int number) => (uint)number < (uint)_slots.Length ? _slots[number] : null;

    private void Write(int number, object? feature)
    {
        if (number >= _slots.Length)
        {
            if (feature is null)
            {
                return;
            }

            Array.Resize(ref _slots, Math.Max(number + 1, _slots.Length + 8));
        }

        _slots[number] = feature;
        _isChanged = true;
        Revision++;
    }
}
