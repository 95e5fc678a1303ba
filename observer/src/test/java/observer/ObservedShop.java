package observer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import otp.Pid;
import otp.Processes;
import otp.Supervisor;

import tools.jackson.databind.JsonNode;

/** Each test looks at a shop of its own through a page of its own. */
abstract class ObservedShop {

    Observer observer;
    Pid<Supervisor.Message> shop;
    TestPage page;

    @BeforeEach
    void start() {
        Processes.trapExits(true);
        observer = Observer.start();
        page = new TestPage(observer.address()).listen(null);
        shop = Shop.start();
        page.living(":clerk");
    }

    @AfterEach
    void stop() {
        Observer.stop();
        Supervisor.stop(shop);
        page.close();
    }

    JsonNode successorOf(JsonNode process) {
        return page.process(view -> view.get("predecessor").equals(process.get("id")));
    }

    JsonNode now(JsonNode process) {
        return page.process(view -> view.get("id").equals(process.get("id")));
    }
}
