namespace FsmKit.Testing.Models;

/// <summary>Model that a gobj is compared with. Each schedule has its own.</summary>
internal interface IModel
{
    /// <summary>Tells the model of an event that was sent to the gobj, or of <see cref="Waited"/> time.</summary>
    void Step(object e);

    /// <summary>Compares the gobj with the model.</summary>
    /// <returns>A description of the model; null when the gobj agrees with the model.</returns>
    string? Differs();
}
