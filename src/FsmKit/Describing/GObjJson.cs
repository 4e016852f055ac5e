using System.Runtime.CompilerServices;
using System.Text.Json;

namespace FsmKit;

/// <summary>Writes a described gobj as JSON. Each gclass is written once, in the order of the gobjs; a gobj refers to its gclass by number.</summary>
internal sealed class GObjJson
{
    /// <summary>Name and version of the schema.</summary>
    public const string Format = "FsmKit.GObj/1";

    private readonly Utf8JsonWriter _json;
    private readonly Dictionary<MachineDescription, int> _machines = new(ReferenceEqualityComparer.Instance);

    private GObjJson(Utf8JsonWriter json) => _json = json;

    public static string Of(GObjDescription gobj) => JsonForm.Write(json => new GObjJson(json).Document(gobj));

    private void Document(GObjDescription gobj)
    {
        _json.WriteStartObject();
        _json.WriteString("format", Format);
        _json.WritePropertyName("gobj");
        GObj(gobj);
        _json.Array("machines", [.. _machines.OrderBy(static machine => machine.Value).Select(static machine => machine.Key)], machine => JsonForm.Machine(_json, machine));
        _json.WriteEndObject();
    }

    private void GObj(GObjDescription gobj)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        _json.WriteStartObject();
        _json.Text("gclass", gobj.Machine.Name);
        _json.WriteNumber("machine", NumberOf(gobj.Machine));
        _json.Text("name", gobj.Name);
        _json.Text("path", gobj.Path);
        _json.Text("fullName", gobj.FullName);
        _json.WriteBoolean("unique", gobj.IsUnique);
        _json.WriteBoolean("destroyed", gobj.IsDestroyed);
        _json.WriteBoolean("finished", gobj.IsFinished);
        _json.Text("state", gobj.StateName);
        _json.Array("states", gobj.States, _json.Text);
        _json.Array("history", gobj.History, History);
        _json.Array("timeouts", gobj.Timeouts, Timeout);
        _json.Array("invocations", gobj.Invocations, _json.Text);
        _json.Array("waiting", gobj.Waiting, _json.Text);
        _json.Array("permitted", gobj.Permitted, Permitted);
        _json.Array("subscribers", gobj.Subscribers, Subscription);
        _json.Array("subscriptions", gobj.Subscriptions, Subscription);
        _json.Array("parameters", gobj.Parameters, Parameter);
        _json.Array("statistics", gobj.Statistics, Statistic);
        _json.WriteNumber("childCount", gobj.ChildCount);
        _json.Array("children", gobj.Children, GObj);
        _json.WriteEndObject();
    }

    private int NumberOf(MachineDescription machine)
    {
        if (!_machines.TryGetValue(machine, out var number))
        {
            _machines.Add(machine, number = _machines.Count);
        }

        return number;
    }

    private void History(HistoryDescription left)
    {
        _json.WriteStartObject();
        _json.Text("composite", left.Composite);
        _json.Text("leaf", left.Leaf);
        _json.WriteEndObject();
    }

    private void Timeout(TimeoutDescription timeout)
    {
        _json.WriteStartObject();
        _json.Text("event", timeout.Event);
        _json.Text("state", timeout.State);
        _json.Milliseconds("left", timeout.Left);
        _json.WriteEndObject();
    }

    private void Permitted(PermittedEvent e)
    {
        _json.WriteStartObject();
        _json.Text("event", e.Event);
        _json.WriteString("answer", e.Answer.ToString());
        _json.Text("guard", e.Guard);
        _json.Text("next", e.Next);
        _json.WriteEndObject();
    }

    private void Subscription(SubscriptionDescription subscription)
    {
        _json.WriteStartObject();
        _json.Text("event", subscription.Event);
        _json.Text("publisher", subscription.Publisher);
        _json.Text("subscriber", subscription.Subscriber);
        _json.Text("as", subscription.As);
        _json.WriteString("delivery", subscription.Delivery.ToString());
        _json.WriteBoolean("once", subscription.Options.HasFlag(SubscriptionOptions.Once));
        _json.WriteBoolean("hard", subscription.Options.HasFlag(SubscriptionOptions.Hard));
        _json.WriteBoolean("filtered", subscription.IsFiltered);
        _json.WriteEndObject();
    }

    private void Parameter(ParameterValue parameter)
    {
        _json.WriteStartObject();
        _json.Text("name", parameter.Name);
        _json.Text("value", parameter.Text);
        _json.WriteEndObject();
    }

    private void Statistic(StatisticValue statistic)
    {
        _json.WriteStartObject();
        _json.Text("name", statistic.Name);
        _json.WriteNumber("value", statistic.Value);
        _json.WriteEndObject();
    }
}
